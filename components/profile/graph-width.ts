/** Below this a graph scrolls sideways. */
const NARROWEST_PX = 640;

/** How wide a graph is drawn in a panel so many pixels wide. */
export const graphWidth = (px: number) => Math.max(NARROWEST_PX, px);
