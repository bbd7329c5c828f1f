/** A frame to draw, or a fold: one box in place of neighbours that are too narrow and everything below them. */
export type DrawnFrame = {
  /** Node in the tree; of a fold, the widest of its neighbours. */
  node: number;
  /** Index of the parent among the drawn frames, -1 for the focused one. */
  parent: number;
  /** The focused frame is in row 0. */
  row: number;
  /** Fractions of the graph's width. */
  x: number;
  width: number;
  samples: number;
  /** Number of frames that a fold stands for; 0 when this isn't a fold. */
  folded: number;
};
