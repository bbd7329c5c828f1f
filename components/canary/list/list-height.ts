/** Height of the list until the number of canaries is known. */
export const LIST_HEIGHT = 480;
