import type { GroupKey } from '../session-statistics';
import { type Filter, filterIds, filterKeys } from './filter';
import { fittingGroup } from './needed-keys';
import type { Place } from './place';

/** A step of the path to a place: the values of one key that are left. */
export type Crumb = {
  key: GroupKey;
  ids: readonly string[];
  /** The place at this step, before the steps after it. */
  upTo: Place;
  /** The place without one of the values. */
  without(id: string): Place;
  /** The place without all of them. */
  removed: Place;
};

/** The path to a place, from the whole farm on: the queues or fleets, then the filters in the order in which they were set. */
export function crumbsOf(place: Place): Crumb[] {
  const steps = stepsOf(place);
  return steps.map((step, at): Crumb => {
    const withIds = (ids: readonly string[]) =>
      placeOf(
        steps.map((other) => (other === step ? { ...step, ids } : other)),
        place.groupBy,
      );
    const after = steps[at + 1];
    return {
      ...{ key: step.key, ids: step.ids },
      upTo: placeOf(steps.slice(0, at + 1), after ? [after.key] : place.groupBy),
      without: (id) => withIds(step.ids.filter((other) => other !== id)),
      removed: withIds([]),
    };
  });
}

/** The whole farm, grouped by the first step of the path to a place. */
export function startOf(place: Place): Place {
  const [first] = stepsOf(place);
  return placeOf([], first ? [first.key] : place.groupBy);
}

type Step = { key: GroupKey; ids: readonly string[]; isAsked: boolean };

function stepsOf({ queueIds, fleetIds, filters }: Place): Step[] {
  const asked: Step[] = [
    { key: 'QUEUE_ID' as const, ids: queueIds, isAsked: true },
    { key: 'FLEET_ID' as const, ids: queueIds.length > 0 ? [] : fleetIds, isAsked: true },
  ].filter(({ ids }) => ids.length > 0);
  return [
    ...asked,
    ...filterKeys(filters).map((key) => ({ key, ids: filterIds(filters, key), isAsked: false })),
  ];
}

function placeOf(steps: readonly Step[], groupBy: readonly GroupKey[]): Place {
  const askedIds = (key: GroupKey) => steps.find((step) => step.isAsked && step.key === key)?.ids ?? [];
  const filters = steps
    .filter(({ isAsked }) => !isAsked)
    .flatMap(({ key, ids }) => ids.map((id): Filter => ({ key, id })));
  return {
    groupBy: fittingGroup(groupBy, filters),
    queueIds: askedIds('QUEUE_ID'),
    fleetIds: askedIds('FLEET_ID'),
    filters,
  };
}
