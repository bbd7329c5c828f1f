import { randomUUID } from 'node:crypto';
import type { CanaryRun } from '@/lib/canary/run';
import { DAY, SECOND } from '@/lib/time/duration';
import type { Clock } from '../clock';
import { DASHBOARD_CANARY } from './dashboard-canary';
import { checkPage } from './page-check';
import type { RunTable } from './run-table';

const PAGES = ['/', '/profiles', '/farms', '/canaries'];
const AT_ONCE = 2;
const PAGE_TIMEOUT_MS = 20 * SECOND;
const LONGEST_REASON = 1024;

export type RunnerOptions = {
  /** Where the dashboard answers, such as http://127.0.0.1:3000. */
  baseUrl: string;
  clock: Clock;
  table: RunTable;
  /** Gives a signal that aborts after so many milliseconds. */
  timeoutSignal?(ms: number): AbortSignal;
};

/** Runs the canary `triptych-dashboard`: requests the dashboard's pages and keeps how that went. */
export class CanaryRunner {
  readonly #stopped = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #current: Promise<void> | undefined;

  constructor(private readonly options: RunnerOptions) {}

  /** Runs at once, then every minute. The timer keeps no process alive. */
  start(): void {
    const run = () => {
      this.runOnce().catch((error: unknown) => console.error('local-aws: a canary run was not kept:', error));
    };
    this.#timer = setInterval(run, DASHBOARD_CANARY.intervalMs).unref();
    run();
  }

  /** Ends the schedule and the run that goes on, which leaves nothing. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopped.abort();
    await this.#current?.catch(() => undefined);
  }

  /** One run, kept when this resolves. While one goes on there is no second: the same is returned. */
  runOnce(): Promise<void> {
    this.#current ??= this.#run().finally(() => {
      this.#current = undefined;
    });
    return this.#current;
  }

  async #run(): Promise<void> {
    const { clock, table } = this.options;
    const started = clock.now();
    const run: CanaryRun = {
      id: randomUUID(),
      name: DASHBOARD_CANARY.name,
      scheduledRunId: randomUUID(),
      state: 'RUNNING',
      started,
      metricTimestamp: started,
    };
    await table.begin(run);
    const late = this.#timeoutSignal(DASHBOARD_CANARY.timeoutSeconds * SECOND);
    const cutOff = AbortSignal.any([this.#stopped.signal, late]);
    const failures = await this.#requestPages(cutOff);
    if (cutOff.aborted) {
      await table.drop(run.id);
      return;
    }
    const completed = clock.now();
    await table.finish(
      { ...run, completed, ...outcome(failures) },
      completed - DASHBOARD_CANARY.retentionDays * DAY,
    );
  }

  #timeoutSignal(ms: number): AbortSignal {
    return this.options.timeoutSignal?.(ms) ?? AbortSignal.timeout(ms);
  }

  async #requestPages(signal: AbortSignal): Promise<string[]> {
    const { baseUrl } = this.options;
    const failures: (string | undefined)[] = [];
    const waiting = PAGES.entries();
    const visit = async () => {
      for (const [i, page] of waiting) {
        if (signal.aborted) return;
        const late = this.#timeoutSignal(PAGE_TIMEOUT_MS);
        failures[i] = await checkPage(new URL(page, baseUrl), { timeoutMs: PAGE_TIMEOUT_MS, late, signal });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, visit));
    return failures.filter((failure) => failure !== undefined);
  }
}

function outcome(failures: string[]): Partial<CanaryRun> & Pick<CanaryRun, 'state'> {
  if (failures.length === 0) return { state: 'PASSED', testResult: 'PASSED' };
  return {
    state: 'FAILED',
    stateReason: failures.join('; ').slice(0, LONGEST_REASON),
    stateReasonCode: 'CANARY_FAILURE',
    testResult: 'FAILED',
  };
}
