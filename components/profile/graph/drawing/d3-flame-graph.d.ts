/** The parts of d3-flame-graph 5 and d3-selection that draw-frames.ts uses; the packages have no types. */
declare module 'd3-flame-graph' {
  import type { Selection } from 'd3-selection';

  type Input = { value: number; children: Input[] };
  /** A frame that the package placed. */
  type Placed<Datum> = { data: Datum };
  type Tooltip = (() => void) & { show(): void; hide(): void; destroy(): void };

  export interface FlameGraph<Datum extends Input> {
    (selection: Selection<Datum>): void;
    width(px: number): this;
    height(px: number): this;
    cellHeight(px: number): this;
    /** Draws only wider frames. */
    minFrameSize(px: number): this;
    /** Puts the root on top. */
    inverted(isInverted: boolean): this;
    sort(isSorted: boolean): this;
    transitionDuration(ms: number): this;
    tooltip(tooltip: Tooltip): this;
    getName(name: (frame: Placed<Datum>) => string): this;
    setColorMapper(fill: (frame: Placed<Datum>) => string): this;
    destroy(): this;
  }

  export default function flamegraph<Datum extends Input>(): FlameGraph<Datum>;
}

declare module 'd3-selection' {
  export interface Selection<Datum = unknown> {
    datum<Next>(value: Next): Selection<Next>;
    selectAll(selector: string): Selection;
    each(visit: (this: Element, datum: Datum) => void): this;
    on(event: string, listener: null): this;
    /** From d3-transition, which d3-flame-graph loads. */
    interrupt(): this;
  }

  export function select(element: Element): Selection;
}
