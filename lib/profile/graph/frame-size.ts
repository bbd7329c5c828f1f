/** Height of a frame. */
export const ROW_PX = 20;

/** Narrower frames have no label. */
export const MIN_LABEL_PX = 35;
