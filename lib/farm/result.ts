import type { AggregationStatus, SessionStatistics, StatisticsPage } from './session-statistics';

/** At most so many pages of 100 rows are read; what is beyond is left out, and said so. */
export const MAX_PAGES = 100;

/** An aggregation as far as its pages are here. */
export type StatisticsResult = {
  status: AggregationStatus;
  statusMessage?: string;
  rows: SessionStatistics[];
  /** There are further pages. */
  more: boolean;
};

/** Pages in their order as one result; undefined before the first. */
export function mergePages(pages: readonly StatisticsPage[]): StatisticsResult | undefined {
  const [first] = pages;
  if (!first) return undefined;
  return {
    status: first.status,
    ...(first.statusMessage ? { statusMessage: first.statusMessage } : {}),
    rows: pages.flatMap(({ rows }) => rows),
    more: pages.at(-1)?.nextToken !== undefined,
  };
}
