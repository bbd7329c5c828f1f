/** The height of the list of canaries while it is loading or empty, pixels. */
export const LIST_HEIGHT = 480;
