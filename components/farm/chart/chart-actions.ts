import type { Span } from '@/lib/time/range';

/** What a viewer can do with a chart. */
export type ChartActions = {
  /** What a click on a category does; undefined where it does nothing. */
  actionOf(category: number): CategoryAction | undefined;
  /** Makes the time of some buckets the page's range; undefined if the range has only one. */
  zoom: ((span: Span) => void) | undefined;
};

export type CategoryAction = {
  /** Shows only the category; shows all again; goes to the totals of the groups that are combined. */
  kind: 'isolate' | 'show all' | 'open totals';
  act(): void;
};
