/** Pixels that a frame is high. */
export const ROW_PX = 20;

/** Frames narrower than so many pixels have no label: d3-flame-graph hides theirs. */
export const LABELLED_PX = 35;
