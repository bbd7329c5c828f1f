import type { ScaleKind } from '@/lib/canary/plot/duration-scale';
import type { RunPlace } from '@/lib/canary/run-places';

/** The parameters of the page's URL for the timeline and its filter. */
export type TimelineChoice = RunPlace & {
  scale: ScaleKind;
  /** The visible part of the range, as `from-to` in epoch milliseconds. */
  view: string | null;
  /** `places`: each location and browser has a row. */
  rows: 'one' | 'places';
};
