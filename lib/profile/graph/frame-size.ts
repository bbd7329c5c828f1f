/** Pixels that a frame is high. */
export const ROW_PX = 20;

/** Frames narrower than so many pixels have no label. */
export const MIN_LABEL_PX = 35;
