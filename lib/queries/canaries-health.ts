import { queryOptions } from '@tanstack/react-query';
import { ProblemError } from '@/lib/answer/problem';
import type { HealthEvent } from '@/lib/canary/stream/health-event';
import { type HealthByName, healthAfter } from '@/lib/canary/stream/health-so-far';
import type { Span } from '@/lib/time/range';
import { askLines } from './ask-lines';
import { asked } from './asked';
import { shortestRetry } from './query-client';

export type HealthRequest = {
  /** At most MAX_CANARIES_AT_ONCE. */
  names: readonly string[];
  span: Span;
  /** The page's present, epoch milliseconds. */
  now: number;
  /** Maximum number of parts of a heartbeat. */
  bins: number;
};

/** The start of the key of all its queries. */
export const CANARIES_HEALTH = ['canaries-health'] as const;

type AskedHealth = ReturnType<typeof askedHealth>;
type OnHealth = (byName: HealthByName) => void;

/**
 * The health of several canaries, in one answer. What is known so far is its data while their runs are read. An answer that lacks
 * some is requested again as a failed one is.
 */
export const canariesHealthOptions = (
  request: HealthRequest,
  ask: (asked: AskedHealth, signal: AbortSignal, onHealth: OnHealth) => Promise<HealthByName> = askHealth,
) =>
  queryOptions({
    queryKey: [...CANARIES_HEALTH, request],
    queryFn: ({ client, queryKey, signal }) =>
      ask(askedHealth(request), signal, (byName) => client.setQueryData(queryKey, byName)),
    structuralSharing: false,
    enabled: request.names.length > 0,
    refetchInterval: ({ state }) => shortestRetry(state.error ? [state.error] : problemsIn(state.data ?? {})),
    meta: asked(askedHealth(request)),
  });

/** Why some canaries could not be read. */
const problemsIn = (byName: HealthByName): ProblemError[] =>
  Object.values(byName).flatMap(({ problem }) => (problem ? [new ProblemError(problem)] : []));

/** Rows are drawn as soon as the first lines arrive, and not with each line. */
const DRAW_AFTER_MS = 20;

const askedHealth = ({ names, span, now, bins }: HealthRequest) => ({
  path: '/api/canaries-health',
  body: { names, from: Math.floor(span.from), to: Math.floor(span.to), now, bins },
});

function askHealth(
  { path, body }: AskedHealth,
  signal: AbortSignal,
  onHealth: OnHealth,
): Promise<HealthByName> {
  const open = new Set(body.names);
  let byName: HealthByName = {};
  // Lines that arrive together are drawn together.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onHealthSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      onHealth(byName);
    }, DRAW_AFTER_MS);
  };
  return askLines(
    path,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    },
    (event: HealthEvent) => {
      byName = healthAfter(byName, event);
      if (event.type !== 'health') open.delete(event.name);
      if (open.size === 0) return byName;
      onHealthSoon();
      return undefined;
    },
  ).finally(() => clearTimeout(timer));
}
