/** A box of a graph: a frame, or a block of neighbours that are too narrow for boxes of their own. */
export type DrawnFrame = {
  /** Node in the tree; of a block, the widest of its neighbours, or the frame around it when none is loaded. */
  node: number;
  /** Index of the parent among the drawn frames, -1 for the focused one. */
  parent: number;
  /** The focused frame is in row 0. */
  row: number;
  /** Fractions of the graph's width. */
  x: number;
  width: number;
  samples: number;
  /** Absent for a frame. */
  block?: Block | undefined;
};

/** The functions of a block. Callees of one frame are different functions, so each of them counts. */
export type Block = {
  /** Loaded nodes, in the tree's order. */
  nodes: readonly number[];
  /** Number of functions that aren't loaded; undefined when it is unknown. */
  omitted: number | undefined;
  /** It stands for frames beyond the maximum depth instead, whose functions aren't known. */
  isDeeper?: boolean;
};

/** Number of functions in a block; undefined when it is unknown. */
export const functionCount = ({ nodes, omitted, isDeeper }: Block): number | undefined =>
  omitted === undefined || isDeeper ? undefined : nodes.length + omitted;
