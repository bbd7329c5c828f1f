import type { Answer } from '@/lib/answer/answer';
import { counted } from '@/lib/answer/counted';
import type { Fleet, Queue } from '../session-statistics';
import type { CostQuery } from './plan-aggregations';

/** Chosen queues or fleets that a farm doesn't have. */
export type UnknownChoice = {
  kind: 'queue' | 'fleet';
  unknownIds: readonly string[];
  /** The others of the choice. */
  knownIds: readonly string[];
};

type Lists = { queues: Answer<Queue[]> | undefined; fleets: Answer<Fleet[]> | undefined };

/** The queues or fleets of a query that a farm doesn't have; undefined if it has all, or if its list isn't whole. */
export function unknownChoice(
  { kind, ids }: CostQuery['resources'],
  { queues, fleets }: Lists,
): UnknownChoice | undefined {
  const list = kind === 'queue' ? queues : fleets;
  if (!list || list.partial) return undefined;
  const own = new Set(
    kind === 'queue'
      ? queues?.data.map(({ queueId }) => queueId)
      : fleets?.data.map(({ fleetId }) => fleetId),
  );
  const unknownIds = ids.filter((id) => !own.has(id));
  return unknownIds.length > 0 ? { kind, unknownIds, knownIds: ids.filter((id) => own.has(id)) } : undefined;
}

const MAX_NAMED = 3;

/** Why there are no costs: `This farm has no queue queue-1, so AWS has no costs for this choice.` */
export function unknownChoiceText({ kind, unknownIds }: UnknownChoice): string {
  const named = unknownIds.slice(0, MAX_NAMED).join(', ');
  const more = unknownIds.length > MAX_NAMED ? ` and ${unknownIds.length - MAX_NAMED} more` : '';
  return `This farm has no ${kind} ${named}${more}, so AWS has no costs for this choice.`;
}

/** What is left without the unknown ones: `Show all queues`, `Show only the other 2 queues`. */
export const withoutUnknownText = ({ kind, knownIds }: UnknownChoice): string => {
  if (knownIds.length === 0) return 'Show all queues';
  return knownIds.length === 1
    ? `Show only the other ${kind}`
    : `Show only the other ${counted(knownIds.length, kind)}`;
};
