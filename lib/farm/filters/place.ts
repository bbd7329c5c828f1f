import type { CostChoice } from '../plan/asked-costs';
import type { GroupKey } from '../session-statistics';
import { type Filter, filterIds } from './filter';
import { fittingGroup, MAX_KEYS, neededKeys, possibleKeys } from './needed-keys';

/** Where a viewer is in the costs of a farm: what is summed, and what it is grouped by. */
export type Place = Required<Omit<CostChoice, 'period'>>;

/** The keys that rows of a value are best grouped by, the best first. */
const NEXT: Record<GroupKey, readonly GroupKey[]> = {
  QUEUE_ID: ['USER_ID', 'INSTANCE_TYPE'],
  FLEET_ID: ['USER_ID', 'INSTANCE_TYPE'],
  JOB_ID: ['INSTANCE_TYPE', 'USER_ID'],
  USER_ID: ['INSTANCE_TYPE', 'JOB_ID'],
  USAGE_TYPE: ['QUEUE_ID', 'USER_ID', 'INSTANCE_TYPE'],
  INSTANCE_TYPE: ['USER_ID', 'JOB_ID', 'QUEUE_ID'],
  LICENSE_PRODUCT: ['USER_ID', 'JOB_ID', 'QUEUE_ID'],
  TEAM: ['USER_ID', 'QUEUE_ID'],
};

/**
 * Keeps only some values, one a key. Queues or fleets are what AWS sums, which needs none of its two keys, unless the viewer has
 * chosen ones of the other kind. Undefined if AWS can't answer that.
 */
export function narrowed(place: Place, to: readonly Filter[]): Place | undefined {
  let next = place;
  for (const filter of to) next = narrowedToOne(next, filter);
  if (neededKeys([], next.filters).length > MAX_KEYS) return undefined;
  return { ...next, groupBy: fittingGroup(next.groupBy, next.filters) };
}

function narrowedToOne(place: Place, filter: Filter): Place {
  const { key, id } = filter;
  const filters = place.filters.filter((other) => other.key !== key);
  if (key === 'QUEUE_ID' && id && place.fleetIds.length === 0) return { ...place, filters, queueIds: [id] };
  if (key === 'FLEET_ID' && id && place.queueIds.length === 0) return { ...place, filters, fleetIds: [id] };
  return { ...place, filters: [...filters, filter] };
}

/** Keeps only one value and groups by what comes next: another key of the grouping, or the best one that AWS can answer. */
export function drilled(place: Place, to: Filter): Place | undefined {
  const next = narrowed(place, [to]);
  if (!next) return undefined;
  const others = next.groupBy.filter((key) => key !== to.key);
  if (others.length > 0) return { ...next, groupBy: others };
  const possible = nextKeys(next);
  const best = NEXT[to.key].find((key) => possible.includes(key));
  return best ? { ...next, groupBy: [best] } : next;
}

/** The place without the filters by some keys and without the choice of queues or fleets if they are among them. */
export const withoutKeys = (place: Place, keys: readonly GroupKey[]): Place => ({
  ...place,
  filters: place.filters.filter(({ key }) => !keys.includes(key)),
  queueIds: keys.includes('QUEUE_ID') ? [] : place.queueIds,
  fleetIds: keys.includes('FLEET_ID') ? [] : place.fleetIds,
});

/** The keys that a place can be grouped by and that are not down to one value. */
export function nextKeys({ filters, queueIds, fleetIds }: Place): GroupKey[] {
  const isSingle = (key: GroupKey) =>
    (key === 'QUEUE_ID' && queueIds.length === 1) ||
    (key === 'TEAM' && filterIds(filters, 'USER_ID').length === 1) ||
    (key === 'FLEET_ID' && queueIds.length === 0 && fleetIds.length === 1) ||
    filterIds(filters, key).length === 1;
  return possibleKeys(filters).filter((key) => !isSingle(key));
}

/** Whether two places are the same. */
export const isSamePlace = (a: Place, b: Place): boolean =>
  JSON.stringify([a.groupBy, a.queueIds, a.fleetIds, a.filters]) ===
  JSON.stringify([b.groupBy, b.queueIds, b.fleetIds, b.filters]);
