/** The parts of d3-flame-graph 5, d3-selection and d3-timer that we use; the packages have no types. */
declare module 'd3-flame-graph' {
  import type { Selection } from 'd3-selection';

  type Input = { value: number; children: Input[] };
  /** A frame that the package placed. */
  type Placed<Datum> = { data: Datum; highlight?: boolean };
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
    setLabelHandler(label: (frame: Placed<Datum>) => string): this;
    getName(name: (frame: Placed<Datum>) => string): this;
    setColorMapper(fill: (frame: Placed<Datum>) => string): this;
    /** Gets the facts of the frame under the pointer, and null when there is none. */
    setDetailsHandler(handler: (facts: string | null) => void): this;
    setDetailsElement(element: Element | null): this;
    setSearchMatch(isMatch: (frame: Placed<Datum>, term: string) => boolean): this;
    /** Gets the frames that match, and the sum of their values, each counted once. */
    setSearchHandler(handler: (found: Placed<Datum>[], sum: number) => void): this;
    search(term: string): void;
    /** Ends the search. */
    clear(): void;
    resetZoom(): void;
    /** Draws other data, or the same again. */
    update(data?: Datum): this;
    /** Removes the elements. */
    destroy(): this;
  }

  export default function flamegraph<Datum extends Input>(): FlameGraph<Datum>;
}

declare module 'd3-selection' {
  export interface Selection<Datum = unknown> {
    datum<Next>(value: Next): Selection<Next>;
    selectAll<Found>(selector: string): Selection<Found>;
    attr(name: string, value: (datum: Datum) => string): this;
  }

  export function select(element: Element): Selection;
}

declare module 'd3-timer' {
  /** Calls all timers that are due, instead of in the next frame of the browser. */
  export function timerFlush(): void;
}
