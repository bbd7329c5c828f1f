/** What flame-chart.ts uses of d3-flame-graph 5, which has no types of its own. */
declare module 'd3-flame-graph' {
  import type { Selection } from 'd3-selection';

  type Input = { name: string; value: number; children: Input[] };
  /** A frame with its part of the width, 0 … 1. */
  export type Placed<Datum> = { data: Datum; x0: number; x1: number };
  type Tooltip = (() => void) & { show(): void; hide(): void; destroy(): void };

  export interface FlameGraph<Datum extends Input> {
    (selection: Selection<Datum>): void;
    width(px: number): this;
    cellHeight(px: number): this;
    inverted(rootOnTop: boolean): this;
    transitionDuration(ms: number): this;
    resetHeightOnZoom(on: boolean): this;
    tooltip(tooltip: Tooltip): this;
    setLabelHandler(text: (frame: Placed<Datum>) => string): this;
    setColorMapper(fill: (frame: Placed<Datum>) => string): this;
  }

  export default function flamegraph<Datum extends Input>(): FlameGraph<Datum>;
}

declare module 'd3-selection' {
  export interface Selection<Datum = unknown> {
    datum(): Datum;
    datum<Next>(value: Next): Selection<Next>;
    filter(which: (datum: Datum) => boolean): this;
    node(): Element | null;
    attr(name: string, value: unknown): this;
    append(name: string): Selection<Datum>;
    transition(): unknown;
    on(): unknown;
  }

  export function select(element: Element): Selection;
  export const selection: { prototype: Selection };
}
