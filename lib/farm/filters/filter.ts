import type { GroupKey } from '../session-statistics';

/** Keeps the rows with one value of a key, or with any of the values of one key. '' is no value. */
export type Filter = { key: GroupKey; id: string };

/** More values don't fit into a URL. */
export const MAX_FILTERS = 20;

/** The values of a key that filters keep. */
export const filterIds = (filters: readonly Filter[], key: GroupKey): string[] =>
  filters.filter((filter) => filter.key === key).map(({ id }) => id);

/** The keys of filters, in the order of their first value. */
export const filterKeys = (filters: readonly Filter[]): GroupKey[] => [
  ...new Set(filters.map(({ key }) => key)),
];
