import type { Problem } from '@/lib/answer/problem';
import type { Canary, CanaryRun } from '@/lib/canary/run';
import { type Continued, RunCollector, type RunHistory } from '@/lib/canary/stream/collect-runs';
import type { RunsEvent } from '@/lib/canary/stream/run-event';
import { MINUTE } from '@/lib/time/duration';
import { TEST_NOW } from '../../test-support';
import { type HistoryRequest, historyEvents } from './history-events';
import type { RunIndexes } from './run-indexes';

export const CANARY: Canary = {
  ...{ id: 'c-1', name: 'c', state: 'RUNNING', schedule: 'rate(1 minute)', tags: {} },
  ...{ timeoutSeconds: 10, maxRetries: 0 },
};

/** A run each minute until now, newest first; the first one is `count` minutes old. `states` by minutes ago, PASSED else. */
export const minuteRuns = (count: number, states: Record<number, CanaryRun['state']> = {}): CanaryRun[] =>
  Array.from({ length: count }, (_, n) => minuteRun(n + 1, states[n + 1]));

export function minuteRun(minutesAgo: number, state: CanaryRun['state'] = 'PASSED'): CanaryRun {
  const started = TEST_NOW - minutesAgo * MINUTE;
  const id = `run-${String(started)}`;
  return { id, name: 'c', state, started, ...(state !== 'RUNNING' && { completed: started + 2000 }) };
}

export type Watched = { history?: RunHistory; problem?: Problem; events: RunsEvent[] };

/** Reads a canary's runs as a viewer does, to the end. `onEvent` may leave by aborting the signal. */
export async function watch(
  indexes: RunIndexes,
  {
    continued,
    signal = new AbortController().signal,
    onEvent = () => {},
    ...request
  }: Partial<HistoryRequest> & {
    from: number;
    continued?: Continued;
    signal?: AbortSignal;
    onEvent?: (event: RunsEvent) => void;
  },
): Promise<Watched> {
  const watched: Watched = { events: [] };
  const collector = new RunCollector(continued);
  const all = { canary: CANARY, runType: 'CANARY_RUN' as const, after: continued?.after, ...request };
  for await (const event of historyEvents(all, signal, indexes)) {
    watched.events.push(event);
    onEvent(event);
    if (event.type === 'failed') watched.problem = event.problem;
    else if (event.type === 'end') watched.history = collector.end(event, request.from);
    else collector.add(event);
  }
  return watched;
}

export const idsOf = (watched: Watched): string[] => watched.history?.loaded.runs.map(({ id }) => id) ?? [];
