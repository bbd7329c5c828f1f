/** Height reserved for a graph until it is drawn, pixels. */
export const GRAPH_PX = 440;

/** Width of the minimap next to a graph with its gap, pixels. */
export const MINIMAP_PX = 72;

/** Graphs of at most this width have no minimap. */
const MAX_WIDTH_WITHOUT_MINIMAP = 560;

/** Whether a graph so wide has room for a minimap. */
export const hasMinimapRoom = (px: number) => px > MAX_WIDTH_WITHOUT_MINIMAP;
