/** Height of a frame. */
export const ROW_PX = 20;

/** Frames must be wider to have a label. */
export const MIN_LABEL_PX = 35;

/** Gap to the frame on the right and to the row below, part of a frame's own place. */
const MAX_GAP_PX = 1;

/** Visible part of a frame's width: less a gap, which is a quarter of a narrow frame. */
export const inkWidth = (px: number) => px - Math.min(MAX_GAP_PX, px / 4);

/** Visible part of a frame's height. */
export const INK_HEIGHT_PX = ROW_PX - MAX_GAP_PX;
