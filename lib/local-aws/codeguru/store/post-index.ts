import type { Span } from '@/lib/time/range';

type Window = { files: string[]; fingerprint: Fingerprint };

/** A sum over file names in any order: equal sums mean the same files. */
type Fingerprint = { low: number; high: number };

/** The files with the posts of each 5-minute window, by the window's start. */
export class PostIndex {
  /** Windows with posts, oldest first. */
  readonly #starts: number[] = [];
  readonly #windows = new Map<number, Window>();

  add(start: number, file: string): void {
    let window = this.#windows.get(start);
    if (!window) {
      window = { files: [], fingerprint: { low: 0, high: 0 } };
      this.#windows.set(start, window);
      this.#starts.splice(lowerBound(this.#starts, start), 0, start);
    }
    window.files.push(file);
    window.fingerprint = sum(window.fingerprint, hashOf(file));
  }

  filesOf(start: number): readonly string[] {
    return this.#windows.get(start)?.files ?? [];
  }

  /** Drops the windows before the first that is kept. */
  dropBefore(isRetained: (start: number) => boolean): void {
    const kept = this.#starts.findIndex(isRetained);
    for (const start of this.#starts.splice(0, kept < 0 ? this.#starts.length : kept)) {
      this.#windows.delete(start);
    }
  }

  windows({ from, to }: Span): number[] {
    return this.#starts.slice(lowerBound(this.#starts, from), lowerBound(this.#starts, to));
  }

  /** Start of the newest window up to an instant. */
  latestWindow(until: number): number | undefined {
    return this.#starts[lowerBound(this.#starts, until + 1) - 1];
  }

  /** Number of posts in a span. */
  count(span: Span): number {
    return this.windows(span).reduce((count, start) => count + this.filesOf(start).length, 0);
  }

  /** 16 hex digits that are equal for equal sets of posts in a span, across restarts too. */
  fingerprintOf(span: Span): string {
    const all = this.windows(span)
      .map((start) => this.#windows.get(start)?.fingerprint ?? { low: 0, high: 0 })
      .reduce(sum, { low: 0, high: 0 });
    return [all.high, all.low].map((half) => half.toString(16).padStart(8, '0')).join('');
  }
}

const sum = (a: Fingerprint, b: Fingerprint): Fingerprint => ({
  low: (a.low + b.low) >>> 0,
  high: (a.high + b.high) >>> 0,
});

/** Two different hashes of a file name. */
function hashOf(file: string): Fingerprint {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let i = 0; i < file.length; i++) {
    const code = file.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
    high ^= high >>> 13;
  }
  low = Math.imul(low ^ (low >>> 16), 0xc2b2ae35);
  return { low: (low ^ (low >>> 13)) >>> 0, high: high >>> 0 };
}

/** First index whose value is at least `value`; the values are sorted. */
function lowerBound(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
