import { LRUCache } from 'lru-cache';

type Limits<Work> = { maxSize: number; sizeOf: (work: Work) => number };

/** Work that several viewers share, by key: what is active, and of the rest what was used last. */
export class SharedWork<Work extends object> {
  /** With viewers or in progress. Outside the cache, because eviction must not reach it. */
  readonly #active = new Map<string, Work>();
  readonly #kept: LRUCache<string, Work>;
  /** One that is larger than all of `#kept` may be. */
  readonly #large: LRUCache<string, Work>;

  /**
   * `maxSize` limits the sum of the sizes of what is not active, without one work that alone is larger: the one that was used last is
   * kept besides, because it takes the longest to be done again.
   */
  constructor(private readonly limits: Limits<Work>) {
    this.#kept = new LRUCache({ maxSize: limits.maxSize, sizeCalculation: limits.sizeOf });
    this.#large = new LRUCache({ max: 1 });
  }

  /** Work that somebody uses. */
  get(key: string): Work | undefined {
    return this.#active.get(key) ?? this.#kept.get(key) ?? this.#large.get(key);
  }

  /** Work that is only looked at, which keeps none of it longer. */
  peek(key: string): Work | undefined {
    return this.#active.get(key) ?? this.#kept.peek(key) ?? this.#large.peek(key);
  }

  /** All work with its keys. */
  *entries(): Iterable<[key: string, work: Work]> {
    yield* this.#active.entries();
    yield* this.#kept.entries();
    yield* this.#large.entries();
  }

  /** Marks work as active, in place of any other under its key. */
  activate(key: string, work: Work): void {
    this.#kept.delete(key);
    this.#large.delete(key);
    this.#active.set(key, work);
  }

  /** Marks work as no longer active, unless other work has taken its place. It is forgotten if it isn't worth keeping. */
  retire(key: string, work: Work, isWorthKeeping: boolean): void {
    if (this.#active.get(key) !== work) return;
    this.#active.delete(key);
    if (!isWorthKeeping) return;
    const { maxSize, sizeOf } = this.limits;
    (sizeOf(work) > maxSize ? this.#large : this.#kept).set(key, work);
  }

  /** Forgets everything, as a restart does. */
  clear(): void {
    this.#active.clear();
    this.#kept.clear();
    this.#large.clear();
  }
}
