import type { Stats } from '../session-statistics';
import { GrowingColumn } from './growing-column';

const MEMBERS = ['min', 'max', 'avg', 'sum'] as const satisfies (keyof Stats)[];
type Member = (typeof MEMBERS)[number];

/** The statistics of one measure in columns; NaN where a row has none. */
export class StatsColumns {
  readonly min = new GrowingColumn();
  readonly max = new GrowingColumn();
  readonly avg = new GrowingColumn();
  readonly sum = new GrowingColumn();

  push(stats: Stats): void {
    for (const member of MEMBERS) this[member].push(stats[member] ?? Number.NaN);
  }

  /** Adds a row of other columns. */
  pushRow(from: StatsColumns, row: number): void {
    for (const member of MEMBERS) this[member].push(from[member].at(row));
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
    this.#merge(row, (member) => stats[member] ?? Number.NaN, records, others);
  }

  /** Merges a row of other columns into a row. */
  mergeRow(row: number, from: StatsColumns, other: number, records: number, others: number): void {
    this.#merge(row, (member) => from[member].at(other), records, others);
  }

  #merge(row: number, of: (member: Member) => number, records: number, others: number): void {
    const all = records + others;
    this.#combine('min', row, of('min'), Math.min);
    this.#combine('max', row, of('max'), Math.max);
    this.#combine('sum', row, of('sum'), (a, b) => a + b);
    this.#combine('avg', row, of('avg'), (a, b) => (all === 0 ? a : a + (b - a) * (others / all)));
  }

  #combine(member: Member, row: number, other: number, of: (a: number, b: number) => number): void {
    if (Number.isNaN(other)) return;
    const known = this[member].at(row);
    this[member].set(row, Number.isNaN(known) ? other : of(known, other));
  }
}
