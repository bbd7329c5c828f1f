import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Problem } from '@/lib/answer/problem';
import type { Canary, CanaryRun } from '@/lib/canary/run';
import { type Continued, RunCollector, type RunHistory } from '@/lib/canary/stream/collect-runs';
import type { RunsEvent } from '@/lib/canary/stream/run-event';
import type { NewestRuns, SummaryView } from '@/lib/canary/summary/runs-summary';
import { MINUTE } from '@/lib/time/duration';
import { CountedWaits } from '../../aws/timing-for-test';
import { pointAt, TEST_NOW } from '../../test-support';
import { type HistoryRequest, historyEvents } from './history-events';
import { newestRunsOf } from './newest-runs';
import { type Joined, RunIndexes } from './run-indexes';
import { ShiftingServer } from './shifting-server-for-test';

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

type Request = Partial<HistoryRequest> & {
  from: number;
  continued?: Continued;
  signal?: AbortSignal;
  onEvent?: (event: RunsEvent) => void;
};

/** A dashboard's server that has just started, and an AWS with a thousand runs. */
class Reader {
  readonly server = new ShiftingServer();
  timing = new CountedWaits();
  #indexes = new RunIndexes(this.timing);
  url = '';

  async open(): Promise<void> {
    this.url = await this.server.start();
  }

  restart(): void {
    pointAt(this.url);
    this.timing = new CountedWaits();
    this.#indexes = new RunIndexes(this.timing);
    this.server.reset(minuteRuns(1000));
  }

  /** Makes the newest known runs old enough to be read again. */
  passTime(): void {
    this.timing.workedMs += MINUTE;
  }

  /** Joins the readers of a canary's runs as a list of canaries does. */
  join(canary: Canary, from: number): Joined {
    return this.#indexes.join(canary, { runType: 'CANARY_RUN' }, { from, isPatient: true });
  }

  /** The newest runs, and a summary of those of a view, as they are in the HTML of a page. */
  newest(view?: SummaryView): Promise<NewestRuns> {
    return newestRunsOf(CANARY, { runType: 'CANARY_RUN' }, view, this.#indexes);
  }

  /** Reads a canary's runs as a viewer does, to the end. `onEvent` may leave by aborting the signal. */
  async watch({
    continued,
    signal = new AbortController().signal,
    onEvent = () => {},
    ...request
  }: Request): Promise<Watched> {
    const watched: Watched = { events: [] };
    const collector = new RunCollector(continued);
    const all = { canary: CANARY, runType: 'CANARY_RUN' as const, after: continued?.after, ...request };
    for await (const event of historyEvents(all, signal, this.#indexes)) {
      watched.events.push(event);
      onEvent(event);
      if (event.type === 'failed') watched.problem = event.problem;
      else if (event.type === 'end') watched.history = collector.end(event, request.from);
      else collector.add(event);
    }
    return watched;
  }
}

/** The reader for the tests of a file. It restarts before each of them. */
export function openReader(): Reader {
  const reader = new Reader();
  beforeAll(() => reader.open());
  beforeEach(() => reader.restart());
  afterAll(() => reader.server.close());
  return reader;
}

export const idsOf = (watched: Watched): string[] => watched.history?.loaded.runs.map(({ id }) => id) ?? [];

/** Ids of the newest runs. */
export const ids = (count: number): string[] => minuteRuns(count).map(({ id }) => id);

/** Epoch milliseconds. */
export const ago = (minutes: number): number => TEST_NOW - minutes * MINUTE;
