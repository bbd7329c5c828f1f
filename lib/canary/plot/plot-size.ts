/** Sizes of the timeline, pixels. */
export const PLOT_HEIGHT = 160;
/** The row of the bands' labels, above all bars and symbols. */
const LABEL_ROW = 16;
/** Room for the labels, and for the symbols above the bars. */
export const TOP = LABEL_ROW + 22;
export const LEFT = 56;
export const RIGHT = 4;
/** Each of the two rows of retries below the bars. */
export const RETRY_ROW = 7;
export const RETRIES_HEIGHT = 2 * RETRY_ROW + 2;
const AXIS_HEIGHT = 24;

export const PICTURE_HEIGHT = TOP + PLOT_HEIGHT + RETRIES_HEIGHT + AXIS_HEIGHT;

export const MINIMAP_HEIGHT = 32;
const MINIMAP_GAP = 8;

/** Height of the whole timeline, for its placeholders. */
export const TIMELINE_HEIGHT = PICTURE_HEIGHT + MINIMAP_GAP + MINIMAP_HEIGHT;
