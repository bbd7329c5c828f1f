import type { Stats } from '../session-statistics';
import { GrowingColumn } from './growing-column';

const MEMBERS = ['min', 'max', 'avg', 'sum'] as const satisfies (keyof Stats)[];

/** The statistics of one measure in columns; NaN where a row has none. */
export class StatsColumns {
  readonly min = new GrowingColumn();
  readonly max = new GrowingColumn();
  readonly avg = new GrowingColumn();
  readonly sum = new GrowingColumn();

  push(stats: Stats): void {
    for (const member of MEMBERS) this[member].push(stats[member] ?? Number.NaN);
  }

  /** The statistics of a row. */
  at(row: number): Stats {
    const stats: Stats = {};
    for (const member of MEMBERS) {
      const value = this[member].at(row);
      if (!Number.isNaN(value)) stats[member] = value;
    }
    return stats;
  }

  /**
   * Merges another aggregation's statistics of the same keys and bucket into a row: sums add, minimum and maximum compare,
   * and averages weigh by the records that each is of.
   */
  merge(row: number, stats: Stats, records: number, others: number): void {
    this.#combine('min', row, stats, Math.min);
    this.#combine('max', row, stats, Math.max);
    this.#combine('sum', row, stats, (a, b) => a + b);
    const all = records + others;
    this.#combine('avg', row, stats, (a, b) => (all === 0 ? a : a + (b - a) * (others / all)));
  }

  #combine(
    member: (typeof MEMBERS)[number],
    row: number,
    stats: Stats,
    of: (a: number, b: number) => number,
  ) {
    const [known = Number.NaN, other] = [this[member].values[row], stats[member]];
    if (other === undefined) return;
    this[member].set(row, Number.isNaN(known) ? other : of(known, other));
  }
}
