/** What flame-chart.ts uses of d3-flame-graph 5, which has no types of its own. */
declare module 'd3-flame-graph' {
  import type { Selection } from 'd3-selection';

  type Input = { name: string; value: number; children: Input[] };
  type Placed<Datum> = { data: Datum };
  type Tooltip = (() => void) & { show(): void; hide(): void; destroy(): void };

  export interface FlameGraph<Datum extends Input> {
    (selection: Selection<Datum>): void;
    update(data: Datum): void;
    destroy(): void;
    width(px: number): this;
    height(): number;
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
    datum(value: null): Selection<null>;
    datum<Next>(value: Next): Selection<Next>;
    transition(): unknown;
  }

  export function select(element: Element): Selection;
  export const selection: { prototype: Selection };
}
