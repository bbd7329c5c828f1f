/** A box of a flame graph in a saved page, as d3-flame-graph takes it. */
export type GraphBox = {
  name: string;
  value: number;
  /** CSS fill. */
  fill: string;
  /** Its facts, in one line. */
  facts: string;
  children: GraphBox[];
};

/** A flame graph that a saved page draws by itself. */
export type SavedGraph = {
  title: string;
  /** Facts about the contents, and what is cut. */
  lines: readonly string[];
  legend: readonly { fill?: string; label: string }[];
  rootOnTop: boolean;
  root: GraphBox;
};
