import { randomUUID } from 'node:crypto';
import { ProblemError } from '@/lib/answer/problem';
import { SECOND } from '@/lib/time/duration';
import { Recorder } from './recorder';
import { configureAgent, postProfile } from './report';

const FIRST_REPORT_MS = 10 * SECOND;
const RETRY_MS = 30 * SECOND;

/**
 * Profiles this process and reports like an agent: a first short profile soon after the start, then one per
 * period. A failure is logged once and loses one profile; an unknown group stops the profiler.
 */
export class SelfProfiler {
  readonly #fleetInstanceId = randomUUID();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  readonly #loggedCodes = new Set<string>();

  constructor(readonly recorder: Pick<Recorder, 'start' | 'cut' | 'stop'> = new Recorder()) {}

  start(): void {
    this.recorder.start();
    this.#schedule(FIRST_REPORT_MS);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.recorder.stop();
  }

  /** Reports what was recorded. Resolves with the milliseconds until the next report; undefined for none. */
  async report(): Promise<number | undefined> {
    try {
      const recorded = this.recorder.cut();
      const { shouldProfile, periodInSeconds } = await configureAgent(this.#fleetInstanceId);
      if (this.#isStopped) return undefined;
      if (!shouldProfile) this.recorder.stop();
      else if (recorded) await postProfile(recorded);
      else this.recorder.start();
      return periodInSeconds * SECOND;
    } catch (error) {
      const { code, message, status } = problemOf(error);
      if (!this.#loggedCodes.has(code)) console.error(`self-profile: ${message}`);
      this.#loggedCodes.add(code);
      if (status !== 404 && status !== 400) return RETRY_MS;
      this.stop();
      return undefined;
    }
  }

  #schedule(delayMs: number): void {
    this.#timer = setTimeout(async () => {
      const nextMs = await this.report();
      if (nextMs !== undefined && !this.#isStopped) this.#schedule(nextMs);
    }, delayMs).unref();
  }
}

function problemOf(error: unknown): { code: string; message: string; status: number } {
  if (error instanceof ProblemError) return error.problem;
  return { code: 'Unexpected', message: String(error), status: 500 };
}
