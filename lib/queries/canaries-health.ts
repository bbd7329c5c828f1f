import { queryOptions } from '@tanstack/react-query';
import type { Problem } from '@/lib/answer/problem';
import type { CanaryHealth } from '@/lib/canary/health/canary-health';
import type { HealthEvent } from '@/lib/canary/stream/health-event';
import type { Span } from '@/lib/time/range';
import { askLines } from './ask-lines';
import { asked } from './asked';

/** The health of a canary as far as its runs were read. */
export type HealthSoFar = {
  health?: CanaryHealth;
  /** Whether all runs of the range were read that AWS has. */
  isCovered: boolean;
  /** Runs read so far. */
  runCount: number;
  problem?: Problem;
  /** When AWS was asked for the newest runs, epoch milliseconds. */
  asOf?: number;
  warnings: string[];
};

export type HealthByName = Readonly<Record<string, HealthSoFar>>;

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

/** The health of several canaries, in one answer. What is known so far is its data while their runs are read. */
export const canariesHealthOptions = (request: HealthRequest) =>
  queryOptions({
    queryKey: [...CANARIES_HEALTH, request],
    queryFn: ({ client, queryKey, signal }) =>
      askHealth(request, signal, (byName) => client.setQueryData(queryKey, byName)),
    structuralSharing: false,
    enabled: request.names.length > 0,
    meta: asked(askedHealth(request)),
  });

/** Whether everything of a range was read that can be, or nothing could. */
export const isRead = (reading: HealthSoFar | undefined) =>
  reading !== undefined && (reading.problem !== undefined || reading.asOf !== undefined);

/** Of a canary of which nothing was read yet. */
export const NO_HEALTH: HealthSoFar = { isCovered: false, runCount: 0, warnings: [] };

/** Rows are drawn as soon as the first lines arrive, and not with each line. */
const DRAW_AFTER_MS = 20;

const askedHealth = ({ names, span, now, bins }: HealthRequest) => ({
  path: '/api/canaries-health',
  body: { names, from: Math.floor(span.from), to: Math.floor(span.to), now, bins },
});

function askHealth(
  request: HealthRequest,
  signal: AbortSignal,
  onHealth: (byName: HealthByName) => void,
): Promise<HealthByName> {
  const open = new Set(request.names);
  let byName: HealthByName = {};
  const change = (name: string, changed: Partial<HealthSoFar>) => {
    byName = { ...byName, [name]: { ...NO_HEALTH, ...byName[name], ...changed } };
  };
  // Lines that arrive together are drawn together.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onHealthSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      onHealth(byName);
    }, DRAW_AFTER_MS);
  };
  const { path, body } = askedHealth(request);
  return askLines(
    path,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    },
    (event: HealthEvent) => {
      const { type, name } = event;
      if (type === 'health') {
        const { health, isCovered, runCount } = event;
        change(name, { health, isCovered, runCount });
      } else {
        open.delete(name);
        change(
          name,
          type === 'failed' ? { problem: event.problem } : { asOf: event.asOf, warnings: event.warnings },
        );
      }
      if (open.size === 0) return byName;
      onHealthSoon();
      return undefined;
    },
  ).finally(() => clearTimeout(timer));
}
