import { MINUTE, SECOND } from '@/lib/time/duration';
import type { Timing } from '../timing';

/** Calls that must fail one after the other before others are refused. */
const MAX_FAILURES = 5;
/** Failures that are further apart don't belong together. */
const MAX_APART_MS = 2 * MINUTE;
/** How long calls are refused until one is tried: longer each time that it fails, but never so long that a recovery goes unnoticed. */
const PAUSES_MS = [3 * SECOND, 5 * SECOND, 10 * SECOND, 15 * SECOND];
/** What calls that come while one is tried are told to wait. */
const TRIAL_MS = 3 * SECOND;

/** `ill`: the service failed. `well`: it answered, be it with a refusal. `unknown`: nobody waited for the answer, or it was not asked. */
export type Verdict = 'ill' | 'well' | 'unknown';

export type CircuitState = 'closed' | 'trying' | 'open';

/** Why calls are refused. */
export type Refused<Cause> = {
  /** Of the last failure. */
  cause: Cause;
  failingMs: number;
  retryAfterMs: number;
};

type Options = {
  timing: Timing;
  /** Called with each change; `failingMs` is the time since the first failure. */
  onChange?(state: CircuitState, failingMs: number): void;
};

/**
 * Refuses calls of an operation that fails (it is open), until one that is tried after a pause succeeds. A call that was aborted tells
 * nothing, so another one is tried at once.
 */
export class Circuit<Cause> {
  #state: CircuitState = 'closed';
  #failureCount = 0;
  #pauseCount = 0;
  #failing: { since: number; last: number; cause: Cause } | undefined;
  #tryAt = 0;

  constructor(private readonly options: Options) {}

  get state(): CircuitState {
    return this.#state;
  }

  /** Why a call would be refused now; undefined if it may be made. */
  get refused(): Refused<Cause> | undefined {
    if (!this.#failing || this.#state === 'closed') return undefined;
    const now = this.options.timing.now();
    const retryAfterMs = this.#state === 'trying' ? TRIAL_MS : this.#tryAt - now;
    if (retryAfterMs <= 0) return undefined;
    const { since, cause } = this.#failing;
    return { cause, failingMs: now - since, retryAfterMs };
  }

  /** Begins a call that is not refused. The returned function must be called at its end, with the cause if the service is ill. */
  begin(): (verdict: Verdict, cause?: Cause) => void {
    const isTrial = this.#state === 'open';
    if (isTrial) this.#change('trying');
    return (verdict, cause) => {
      if (verdict === 'well') this.#close();
      else if (verdict === 'ill' && cause !== undefined) this.#fail(cause, isTrial);
      else if (isTrial && this.#state === 'trying') this.#change('open');
    };
  }

  #close(): void {
    if (this.#state !== 'closed') this.#change('closed');
    this.#forget();
  }

  #forget(): void {
    this.#failureCount = 0;
    this.#pauseCount = 0;
    this.#failing = undefined;
  }

  #fail(cause: Cause, isTrial: boolean): void {
    const now = this.options.timing.now();
    if (this.#failing && now - this.#failing.last > MAX_APART_MS) this.#forget();
    this.#failing = { since: this.#failing?.since ?? now, last: now, cause };
    this.#failureCount += 1;
    // Calls that began before it opened tell nothing new.
    if (isTrial ? this.#state !== 'trying' : this.#state !== 'closed') return;
    if (!isTrial && this.#failureCount < MAX_FAILURES) return;
    this.#tryAt = now + (PAUSES_MS[this.#pauseCount] ?? PAUSES_MS.at(-1) ?? 0);
    this.#pauseCount = Math.min(this.#pauseCount + 1, PAUSES_MS.length - 1);
    this.#change('open');
  }

  #change(state: CircuitState): void {
    this.#state = state;
    const { timing, onChange } = this.options;
    onChange?.(state, this.#failing ? timing.now() - this.#failing.since : 0);
  }
}
