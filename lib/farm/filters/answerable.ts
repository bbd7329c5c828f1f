import type { GroupKey } from '../session-statistics';
import { type Filter, filterKeys } from './filter';
import { keyName } from './filter-text';
import { fittingFilters, fittingGroup } from './needed-keys';

/** Filters and a grouping that AWS can answer together, and in sentences what differs from those of a link. */
export type Answerable = { filters: readonly Filter[]; groupBy: GroupKey[]; sentences: string[] };

/** The part of a link's filters and grouping that AWS can answer. Filters come first, because a sum is of them. */
export function answerable(group: readonly GroupKey[], only: readonly Filter[]): Answerable {
  const filters = fittingFilters(only);
  const groupBy = fittingGroup(group, filters);
  const lost = filterKeys(only).filter((key) => !filterKeys(filters).includes(key));
  const ungrouped = group.filter((key) => !groupBy.includes(key));
  return {
    filters,
    groupBy,
    sentences: [
      ...(lost.length > 0
        ? [`AWS groups by at most two keys, so the filter by ${names(lost)} in this link is ignored.`]
        : []),
      ...(ungrouped.length > 0
        ? [
            `AWS groups by at most two keys, and the filters in this link leave no room to group by ${names(ungrouped)}. Grouping by ${names(groupBy)}.`,
          ]
        : []),
    ],
  };
}

const names = (keys: readonly GroupKey[]) => keys.map(keyName).join(' and ');
