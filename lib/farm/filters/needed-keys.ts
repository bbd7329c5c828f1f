import { type AwsKey, GROUP_KEYS, type GroupKey } from '../session-statistics';
import { type Filter, filterKeys } from './filter';

/** AWS groups by at most this many keys. Its rows have no others, so rows can be filtered by these alone. */
export const MAX_KEYS = 2;

/**
 * The keys that AWS must group by, in one order for all viewers: those of the grouping and those of the filters. A team is known by its
 * users.
 */
export const neededKeys = (groupBy: readonly GroupKey[], filters: readonly Filter[]): AwsKey[] =>
  [...new Set([...groupBy, ...filterKeys(filters)].map((key) => (key === 'TEAM' ? 'USER_ID' : key)))].sort();

const canAnswer = (groupBy: readonly GroupKey[], filters: readonly Filter[]) =>
  neededKeys(groupBy, filters).length <= MAX_KEYS;

/** The keys that rows with these filters can be grouped by, after a first one if that is given. */
export const possibleKeys = (filters: readonly Filter[], ...first: GroupKey[]): GroupKey[] =>
  GROUP_KEYS.filter((key) => !first.includes(key) && canAnswer([...first, key], filters));

/** The keys of a grouping that fit to the filters, in order; the key of the last filter if none does. */
export function fittingGroup(groupBy: readonly GroupKey[], filters: readonly Filter[]): GroupKey[] {
  const fitting: GroupKey[] = [];
  for (const key of groupBy) if (canAnswer([...fitting, key], filters)) fitting.push(key);
  const last = filters.at(-1);
  return fitting.length === 0 && last ? [last.key] : fitting;
}

/** The filters by the first keys that AWS can group by together. */
export function fittingFilters(filters: readonly Filter[]): readonly Filter[] {
  const keys: GroupKey[] = [];
  for (const key of filterKeys(filters)) if (canAnswer([...keys, key], [])) keys.push(key);
  return filters.filter(({ key }) => keys.includes(key));
}
