/** What a viewer can do with a chart. */
export type ChartActions = {
  /** How to isolate a category; undefined where that is not possible. */
  isolate(category: number): Isolation | undefined;
  /** Changes the page's range to some buckets; undefined if the range has only one. */
  zoom: ((firstBucket: number, lastBucket: number) => void) | undefined;
};

export type Isolation = {
  /** Whether the page shows only this category already. */
  isOnly: boolean;
  /** Shows only this category, or all again. */
  toggle(): void;
};
