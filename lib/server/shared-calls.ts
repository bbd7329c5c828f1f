import { LRUCache } from 'lru-cache';
import { keptAnswer } from './links/kept-answer';
import { isOldKept, recordNothing } from './links/link-scope';
import { countAnswer } from './metrics/metrics';
import { processWide } from './process-wide';
import { isStale, staleInPlaceOf } from './stale-answer';

type Load<Value> = (signal: AbortSignal) => Promise<Value>;
type InFlight<Value> = { promise: Promise<Value>; controller: AbortController; waiterCount: number };

type Options<Value> = {
  /** How long an answer is shared, milliseconds. */
  ttlMs: number | ((value: Value) => number);
  max?: number;
  /** Limit on the sum of `sizeOf`, bytes. */
  bytes?: { max: number; sizeOf: (value: Value) => number };
  /** The keys are JSON lists that begin with a profiling group, or with null for all groups. */
  byGroup?: boolean;
  /** Shared links don't keep these answers: they aren't JSON, or what they are made of is kept. */
  isNotKept?: boolean;
  /** Let a call finish when nobody waits for it any more, because aborting it would not undo its effect. */
  alwaysFinish?: boolean;
};

/** Answers that have expired stay until there are newer ones, or too many. */
const KEEP_OLD = { noDeleteOnStaleGet: true };
const OLD_TOO = { ...KEEP_OLD, allowStale: true };

/**
 * Shares AWS's answers: equal requests within the time to live get the same answer, and concurrent ones make
 * one call. A caller that aborts rejects alone; the call itself is aborted when its last caller has left. While AWS fails, an
 * answer that has expired stands for a newer one, and is marked.
 * In-flight calls live outside the cache, because eviction would abort them.
 */
export class SharedCalls<Value extends object> {
  readonly #cached: LRUCache<string, Value>;
  readonly #inFlight = new Map<string, InFlight<Value>>();
  readonly #alwaysFinish: boolean;
  readonly #ttlMs: (value: Value) => number;
  readonly #isKept: boolean;

  private constructor(
    private readonly name: string,
    { ttlMs, max = 500, bytes, alwaysFinish = false, isNotKept = false }: Options<Value>,
  ) {
    this.#isKept = !isNotKept;
    this.#alwaysFinish = alwaysFinish;
    const sizeLimit = bytes && { maxSize: bytes.max, sizeCalculation: (value: Value) => bytes.sizeOf(value) };
    this.#ttlMs = typeof ttlMs === 'number' ? () => ttlMs : ttlMs;
    // With a resolution above 0 the cache's clock stands still until the event loop turns: a tight loop of
    // requests would never see an answer expire.
    this.#cached = new LRUCache({ max, ttlResolution: 0, ...sizeLimit });
  }

  /** The store with this name, shared by the whole process. */
  static named<Value extends object>(name: string, options: Options<Value>): SharedCalls<Value> {
    return processWide(`shared-calls ${name}`, () => {
      const calls = new SharedCalls<Value>(name, options);
      stores().add(calls);
      if (options.byGroup) storesByGroup().add(calls);
      return calls;
    });
  }

  /** Forgets every answer in every store, as a restart does. */
  static forgetAll(): void {
    for (const store of stores()) store.clear();
  }

  /** Forgets every answer about a profiling group, and those about all groups. Answers that are still to come are not shared. */
  static forgetGroup(group: string): void {
    const isAbout = (key: string) =>
      [group, null].includes((JSON.parse(key) as (string | null)[])[0] ?? null);
    for (const store of storesByGroup()) store.forgetKeys(isAbout);
  }

  clear(): void {
    this.forgetKeys(() => true);
  }

  /** Forgets the answers under all keys that match. */
  forgetKeys(matches: (key: string) => boolean): void {
    for (const map of [this.#cached, this.#inFlight]) {
      for (const key of [...map.keys()]) if (matches(key)) map.delete(key);
    }
  }

  /** The answer under a key. One that viewers have seen is kept for a link even if it is no longer shared. */
  async get(key: string, load: Load<Value>, signal?: AbortSignal): Promise<Value> {
    if (!this.#isKept) return this.#get(key, load, signal);
    const isOldAllowed = isOldKept();
    return keptAnswer(this.name, key, () => recordNothing(() => this.#get(key, load, signal, isOldAllowed)));
  }

  async #get(key: string, load: Load<Value>, signal?: AbortSignal, isOldAllowed = false): Promise<Value> {
    signal?.throwIfAborted();
    const cached = this.#cached.get(key, isOldAllowed ? OLD_TOO : KEEP_OLD);
    if (cached) {
      countAnswer('memory');
      return cached;
    }
    const inFlight = this.#inFlight.get(key);
    if (inFlight) countAnswer('memory');
    const call = inFlight ?? this.#start(key, load);
    call.waiterCount += 1;
    try {
      return await untilAborted(call.promise, signal);
    } catch (error) {
      signal?.throwIfAborted();
      const earlier = staleInPlaceOf(this.#cached.peek(key, OLD_TOO), error);
      if (!earlier) throw error;
      countAnswer('stale');
      return earlier;
    } finally {
      call.waiterCount -= 1;
      if (call.waiterCount === 0 && !this.#alwaysFinish && this.#inFlight.get(key) === call) {
        this.#inFlight.delete(key);
        call.controller.abort();
      }
    }
  }

  /** Whether an answer is cached or in flight. */
  has(key: string): boolean {
    return this.#cached.has(key) || this.#inFlight.has(key);
  }

  /** Forgets the cached answer under a key if it matches. */
  forgetOne(key: string, matches: (value: Value) => boolean): void {
    const cached = this.#cached.get(key);
    if (cached && matches(cached)) this.#cached.delete(key);
  }

  /** Forgets all cached answers that match. */
  forget(matches: (value: Value) => boolean): void {
    for (const [key, value] of [...this.#cached.entries()]) if (matches(value)) this.#cached.delete(key);
  }

  #start(key: string, load: Load<Value>): InFlight<Value> {
    const controller = new AbortController();
    const call: InFlight<Value> = { promise: load(controller.signal), controller, waiterCount: 0 };
    this.#inFlight.set(key, call);
    const remove = () => this.#inFlight.get(key) === call && this.#inFlight.delete(key);
    call.promise.then(
      (value) => remove() && !isStale(value) && this.#cached.set(key, value, { ttl: this.#ttlMs(value) }),
      remove,
    );
    return call;
  }
}

type Store = Pick<SharedCalls<object>, 'clear' | 'forgetKeys'>;

const stores = () => processWide('shared-calls', () => new Set<Store>());
const storesByGroup = () => processWide('shared-calls by group', () => new Set<Store>());

/** Settles like the promise, or rejects with the signal's reason as soon as it is aborted. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
