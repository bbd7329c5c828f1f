import { randomUUID } from 'node:crypto';
import { ProblemError } from '@/lib/answer/problem';
import { SECOND } from '@/lib/time/duration';
import { Recorder } from './recorder';
import { configureAgent, postProfile } from './report';

const FIRST_MS = 10 * SECOND;
const AFTER_FAILURE_MS = 30 * SECOND;

/**
 * Profiles this process and reports as an agent does: a first short profile soon after the start, then one a
 * period. A failure is logged once and costs one profile; an unknown group ends it.
 */
export class SelfProfiler {
  readonly #fleetInstanceId = randomUUID();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #logged = new Set<string>();

  constructor(readonly recorder: Pick<Recorder, 'start' | 'cut' | 'stop'> = new Recorder()) {}

  start(): void {
    this.recorder.start();
    this.#schedule(FIRST_MS);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.recorder.stop();
  }

  /** Reports what was recorded so far. Resolves with the milliseconds until the next report, undefined for never. */
  async report(): Promise<number | undefined> {
    try {
      const recorded = this.recorder.cut();
      const { shouldProfile, periodInSeconds } = await configureAgent(this.#fleetInstanceId);
      if (this.#stopped) return undefined;
      if (!shouldProfile) this.recorder.stop();
      else if (recorded) await postProfile(recorded);
      else this.recorder.start();
      return periodInSeconds * SECOND;
    } catch (error) {
      const { code, message, status } = problemOf(error);
      if (!this.#logged.has(code)) console.error(`self-profile: ${message}`);
      this.#logged.add(code);
      if (status !== 404 && status !== 400) return AFTER_FAILURE_MS;
      this.stop();
      return undefined;
    }
  }

  #schedule(delayMs: number): void {
    this.#timer = setTimeout(async () => {
      const nextMs = await this.report();
      if (nextMs !== undefined && !this.#stopped) this.#schedule(nextMs);
    }, delayMs).unref();
  }
}

function problemOf(error: unknown): { code: string; message: string; status: number } {
  if (error instanceof ProblemError) return error.problem;
  return { code: 'Unexpected', message: String(error), status: 500 };
}
