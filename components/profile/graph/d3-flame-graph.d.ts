/** The part of d3-flame-graph 5 that place-frames.ts uses; the package has no types. */
declare module 'd3-flame-graph' {
  import type { Selection } from 'd3-selection';

  type Input = { value: number; children: Input[] };
  /** A frame with its extent as fractions of the width, and its row. */
  export type Placed<Datum> = {
    data: Datum;
    x0: number;
    x1: number;
    depth: number;
    each(visit: (frame: Placed<Datum>) => void): void;
  };
  type Tooltip = (() => void) & { show(): void; hide(): void; destroy(): void };

  export interface FlameGraph<Datum extends Input> {
    (selection: Selection<Datum>): void;
    tooltip(tooltip: Tooltip): this;
  }

  export default function flamegraph<Datum extends Input>(): FlameGraph<Datum>;
}

declare module 'd3-selection' {
  export interface Selection<Datum = unknown> {
    datum(): Datum;
    datum<Next>(value: Next): Selection<Next>;
  }

  export function select(element: object): Selection;
}
