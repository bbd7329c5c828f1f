import { AsyncLocalStorage } from 'node:async_hooks';
import { CallLimit } from '@/lib/answer/call-limit';
import { SECOND } from '@/lib/time/duration';
import { env } from '../../env';
import { log } from '../../log/log';
import { countRefused, countWait, showCircuit, watchRate } from '../../metrics/metrics';
import { processWide } from '../../process-wide';
import type { OperationName } from '../operations';
import { SOURCE } from '../source';
import { REAL_TIMING, type Timing } from '../timing';
import { Circuit, type Refused, type Verdict } from './circuit';
import { circuitOpen, queueFull, type Symptom, waitedTooLong } from './refusals';
import { RetryBudget } from './retry-budget';
import { TokenBucket } from './token-bucket';

type Limits = {
  /** Calls at a time. */
  atOnce: number;
  /** Calls that wait for one of these to end; others are refused. */
  waiting: number;
};

const LIMITS: Limits = { atOnce: 10, waiting: 500 };
/** Shorter than proxies wait for an answer. */
const MAX_WAIT_MS = 30 * SECOND;
const OWN_LIMITS: Partial<Record<OperationName, Limits>> = {
  // Samples over time and recorded hours take twelve of them at most.
  GetProfile: { atOnce: 20, waiting: 500 },
  // The runs of 500 canaries may be read for one list.
  GetCanaryRuns: { atOnce: 10, waiting: 2000 },
  // Each is a page of up to 1000 names, or a file of up to 64 MiB.
  ListObjectsV2: { atOnce: 4, waiting: 200 },
  GetObject: { atOnce: 4, waiting: 200 },
  GetKeptObject: { atOnce: 20, waiting: 2000 },
  PutObject: { atOnce: 20, waiting: 2000 },
};

/** The turn of a call. `end` must be called, with the symptom if the service is ill. */
export type Turn = { end(verdict: Verdict, symptom?: Symptom): void };

/**
 * The limits of an operation of a source: calls at a time, requests a second, retries, and the circuit that is open while the service
 * fails. No operation waits for another.
 */
export class Upstream {
  readonly #retries = new RetryBudget();
  readonly #limits: Limits;
  readonly #limit: CallLimit;
  readonly #circuit: Circuit<Symptom>;
  readonly #bucket: TokenBucket;

  constructor(
    private readonly operation: OperationName,
    private readonly source: string,
    private readonly timing: Timing,
  ) {
    this.#limits = OWN_LIMITS[operation] ?? LIMITS;
    this.#limit = new CallLimit(this.#limits.atOnce);
    this.#bucket = new TokenBucket(env().TRIPTYCH_AWS_REQUESTS_PER_SECOND, timing);
    this.#circuit = new Circuit({ timing, onChange: (state, failingMs) => this.#tell(state, failingMs) });
    showCircuit(source, operation, this.#circuit.state);
    watchRate(source, operation, () => this.#bucket.rate);
  }

  /**
   * Waits for a turn, 30 seconds at most. Rejects with the signal's reason, or with a ProblemError while the service fails and when
   * too many wait.
   */
  async turn(signal?: AbortSignal, maxWaitMs = MAX_WAIT_MS): Promise<Turn> {
    this.#refuseWhileIll();
    if (this.#limit.waitingCount >= this.#limits.waiting) {
      this.#count('queue');
      throw queueFull(this.operation);
    }
    const late = AbortSignal.timeout(maxWaitMs);
    const startedAt = this.timing.now();
    const endWait = countWait(this.source, this.operation);
    try {
      return await this.#wait(signal ? AbortSignal.any([signal, late]) : late);
    } catch (error) {
      if (!late.aborted || signal?.aborted) throw error;
      this.#count('wait');
      throw waitedTooLong(this.operation, this.timing.now() - startedAt);
    } finally {
      endWait();
    }
  }

  /** AWS throttled a request. */
  throttled(): void {
    this.#bucket.slowDown();
  }

  /** Whether a request that failed may be sent again. */
  mayRetry(): boolean {
    const may = this.#retries.take();
    if (!may) this.#count('retry');
    return may;
  }

  async #wait(signal: AbortSignal): Promise<Turn> {
    const release = await this.#limit.hold(signal);
    try {
      await this.#bucket.take(signal);
      // It may have opened meanwhile.
      this.#refuseWhileIll();
      const end = this.#circuit.begin();
      return {
        end: (verdict, symptom) => {
          release();
          if (verdict === 'well') this.#retries.giveBack();
          end(verdict, symptom);
        },
      };
    } catch (error) {
      release();
      throw error;
    }
  }

  #refuseWhileIll(): void {
    const refused: Refused<Symptom> | undefined = this.#circuit.refused;
    if (!refused) return;
    this.#count('circuit');
    throw circuitOpen(this.operation, refused);
  }

  #count(reason: 'circuit' | 'queue' | 'wait' | 'retry'): void {
    countRefused(this.source, this.operation, reason);
  }

  #tell(state: Circuit<Symptom>['state'], failingMs: number): void {
    showCircuit(this.source, this.operation, state);
    const fields = { source: this.source, operation: this.operation, failingMs: Math.round(failingMs) };
    if (state === 'open') log.warn(`AWS fails, calls are refused for now: ${this.operation}`, fields);
    else if (state === 'trying') log.info(`AWS failed, one call is tried: ${this.operation}`, fields);
    else log.info(`AWS has recovered: ${this.operation}`, fields);
  }
}

/** The limits of all operations of all sources. */
class Upstreams {
  readonly #byKey = new Map<string, Upstream>();

  constructor(private readonly timing: Timing) {}

  of(operation: OperationName, source: string): Upstream {
    const key = `${source} ${operation}`;
    const upstream = this.#byKey.get(key) ?? new Upstream(operation, source, this.timing);
    this.#byKey.set(key, upstream);
    return upstream;
  }
}

const slot = () => processWide('upstreams', () => ({ all: new Upstreams(REAL_TIMING) }));

/** The limits of an operation, which all its calls share. */
export const upstreamOf = (operation: OperationName, source = SOURCE): Upstream =>
  slot().all.of(operation, source);

/** Forgets all failures, as a restart does. */
export function forgetUpstreams(timing = REAL_TIMING): void {
  slot().all = new Upstreams(timing);
}

const calling = () => processWide('upstream of a call', () => new AsyncLocalStorage<Upstream>());

/** Makes a call whose requests are counted for `upstream`. */
export const callingOf = <T>(upstream: Upstream, send: () => T): T => calling().run(upstream, send);

/** The limits of the operation that is being called. */
export const currentUpstream = (): Upstream | undefined => calling().getStore();
