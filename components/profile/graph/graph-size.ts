/** Pixels that are kept for a graph until it is there. */
export const GRAPH_PX = 440;

/** Pixels that the minimap beside a graph takes. */
export const MINIMAP_PX = 72;

/** Below this a graph scrolls sideways. */
const NARROWEST_PX = 640;

/** How wide a graph is drawn in a panel so many pixels wide; 0 as long as that isn't known. */
export const graphWidth = (px: number) => (px === 0 ? 0 : Math.max(NARROWEST_PX, px));
