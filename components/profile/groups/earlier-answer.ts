import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Answer } from '@/lib/answer/answer';
import { MINUTE } from '@/lib/time/duration';

type RangeRequest = { group: string; startTime: number; endTime: number };

/**
 * The newest cached answer to an equal request for an earlier range of the same length, as while a range moves with the
 * time. Keys are a name and a request. Another chosen range has another length and finds nothing.
 */
export function earlierAnswer<Data>(client: QueryClient, [kind, wanted]: QueryKey): Answer<Data> | undefined {
  const { group, startTime, endTime } = wanted as RangeRequest;
  const known = client.getQueryCache().findAll({
    queryKey: [kind],
    predicate: ({ queryKey: [, request], state }) => {
      const other = request as RangeRequest;
      return (
        state.data !== undefined &&
        other.group === group &&
        other.endTime <= endTime &&
        Math.abs(other.endTime - other.startTime - (endTime - startTime)) <= TOLERANCE_MS
      );
    },
  });
  const newest = known.toSorted((a, b) => endOf(b.queryKey) - endOf(a.queryKey))[0];
  return newest?.state.data as Answer<Data> | undefined;
}

/** Ranges are widened to whole five minutes. */
const TOLERANCE_MS = 5 * MINUTE;

const endOf = ([, request]: QueryKey) => (request as RangeRequest).endTime;
