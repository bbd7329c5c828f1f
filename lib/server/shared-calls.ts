import { LRUCache } from 'lru-cache';
import { processWide } from './process-wide';

type Load<Value> = (signal: AbortSignal) => Promise<Value>;
type Flight<Value> = { promise: Promise<Value>; controller: AbortController; viewers: number };

type Options<Value> = {
  /** How long an answer is shared, milliseconds, or how to tell by the answer. */
  ttlMs: number | ((value: Value) => number);
  max?: number;
  /** Bound on the sum of `sizeOf`, bytes. */
  bytes?: { most: number; sizeOf: (value: Value) => number };
  /** Go on although nobody waits any more, for calls that change something. */
  finishAlways?: boolean;
};

/**
 * Answers of AWS, shared: who asks the same within the time to live gets the same, and many who ask at once
 * make one call. A viewer who leaves fails only for itself; when the last one leaves the call is ended.
 * Flights are kept beside the cache, which would end one to make room.
 */
export class SharedCalls<Value extends object> {
  readonly #kept: LRUCache<string, Value>;
  readonly #flights = new Map<string, Flight<Value>>();
  readonly #finishAlways: boolean;
  readonly #ttlMs: (value: Value) => number;

  private constructor({ ttlMs, max = 500, bytes, finishAlways = false }: Options<Value>) {
    this.#finishAlways = finishAlways;
    const bound = bytes && { maxSize: bytes.most, sizeCalculation: (value: Value) => bytes.sizeOf(value) };
    this.#ttlMs = typeof ttlMs === 'number' ? () => ttlMs : ttlMs;
    // The cache's own clock rests until the event loop turns: who asks in a tight loop would never see an end.
    this.#kept = new LRUCache({ max, ttlResolution: 0, ...bound });
  }

  /** The store of a name; the same one wherever in the process it is asked for. */
  static named<Value extends object>(name: string, options: Options<Value>): SharedCalls<Value> {
    return processWide(`shared-calls ${name}`, () => {
      const calls = new SharedCalls<Value>(options);
      stores().add(calls);
      return calls;
    });
  }

  /** Forgets every answer of every store, as a restart does. */
  static forgetAll(): void {
    for (const store of stores()) store.clear();
  }

  clear(): void {
    this.#kept.clear();
    this.#flights.clear();
  }

  async get(key: string, load: Load<Value>, signal?: AbortSignal): Promise<Value> {
    signal?.throwIfAborted();
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const flight = this.#flights.get(key) ?? this.#start(key, load);
    flight.viewers += 1;
    try {
      return await untilAborted(flight.promise, signal);
    } finally {
      flight.viewers -= 1;
      if (flight.viewers === 0 && !this.#finishAlways && this.#flights.get(key) === flight) {
        this.#flights.delete(key);
        flight.controller.abort();
      }
    }
  }

  /** Whether an answer is kept, or under way. */
  has(key: string): boolean {
    return this.#kept.has(key) || this.#flights.has(key);
  }

  /** Forgets the kept answer to one ask when it matches. */
  forgetOne(key: string, matches: (value: Value) => boolean): void {
    const kept = this.#kept.get(key);
    if (kept && matches(kept)) this.#kept.delete(key);
  }

  /** Forgets the kept answers that match. */
  forget(matches: (value: Value) => boolean): void {
    for (const [key, value] of [...this.#kept.entries()]) if (matches(value)) this.#kept.delete(key);
  }

  #start(key: string, load: Load<Value>): Flight<Value> {
    const controller = new AbortController();
    const flight: Flight<Value> = { promise: load(controller.signal), controller, viewers: 0 };
    this.#flights.set(key, flight);
    const land = () => this.#flights.get(key) === flight && this.#flights.delete(key);
    flight.promise.then((value) => land() && this.#kept.set(key, value, { ttl: this.#ttlMs(value) }), land);
    return flight;
  }
}

const stores = () => processWide('shared-calls', () => new Set<{ clear(): void }>());

/** The promise's outcome, or the signal's reason as soon as it is aborted. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
