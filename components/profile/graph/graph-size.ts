/** Height reserved for a graph until it is drawn, pixels. */
export const GRAPH_PX = 440;

/** Width of the minimap next to a graph with its gap, pixels. */
export const MINIMAP_PX = 72;

/** Minimum width of a graph; narrower panels scroll sideways, pixels. */
const MIN_GRAPH_PX = 640;

/** Width of a graph in a panel `px` wide; 0 until that is known. */
export const graphWidth = (px: number) => (px === 0 ? 0 : Math.max(MIN_GRAPH_PX, px));
