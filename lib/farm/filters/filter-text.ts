import { counted } from '@/lib/answer/counted';
import { GROUP_KEY_LABELS } from '../labels';
import type { GroupKey } from '../session-statistics';
import { type Filter, filterIds, filterKeys } from './filter';
import { MAX_KEYS, neededKeys } from './needed-keys';

/** What filters keep: `1 user and 2 instance types`, `no instance type`. */
export const filterText = (filters: readonly Filter[]): string =>
  filterKeys(filters)
    .map((key) => valuesText(key, filters))
    .join(' and ');

function valuesText(key: GroupKey, filters: readonly Filter[]): string {
  const ids = filterIds(filters, key);
  const count = ids.filter((id) => id !== '').length;
  if (count === 0) return `no ${keyName(key)}`;
  return `${counted(count, keyName(key))}${ids.includes('') ? ' or none' : ''}`;
}

/** Why other keys are not offered; undefined while all are. */
export function limitText(filters: readonly Filter[]): string | undefined {
  const keys = filterKeys(filters);
  if (neededKeys([], filters).length < MAX_KEYS) return undefined;
  return `AWS groups by at most two keys, and the filters by ${keys.map(keyName).join(' and ')} take both. Remove one to see other keys.`;
}

/** Why only some keys can be added to a grouping; undefined while all can. */
export function secondKeyText(filters: readonly Filter[]): string | undefined {
  const keys = filterKeys(filters);
  if (keys.length === 0) return undefined;
  const [what, verb] = keys.length > 1 ? ['filters', 'take'] : ['filter', 'takes'];
  const taken = neededKeys([], filters).length < MAX_KEYS ? 'one' : 'both';
  return `AWS groups by two keys, and the ${what} by ${keys.map(keyName).join(' and ')} ${verb} ${taken}`;
}

/** The name of a key within a sentence. */
export const keyName = (key: GroupKey): string => GROUP_KEY_LABELS[key].toLowerCase();
