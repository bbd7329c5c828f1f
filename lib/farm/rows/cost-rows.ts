import { KEY_MEMBERS } from '../key-members';
import type { LocalBuckets } from '../plan/local-buckets';
import type { GroupKey, SessionStatistics } from '../session-statistics';
import { GrowingColumn } from './growing-column';
import { emptyColumn, indexIn, type KeyColumn, MAX_VALUES } from './key-column';
import { numbering } from './numbering';
import { StatsColumns } from './stats-columns';

const MAX_BUCKETS = 2 ** 12;

const NO_SPAN = { from: Number.NaN, to: Number.NaN };

/**
 * The rows of one or more aggregations in columns. Rows of different aggregations with the same keys and the same local
 * bucket are one, whatever order they come in.
 */
export class CostRows {
  readonly count = new GrowingColumn();
  readonly bucket = new GrowingColumn();
  readonly costUsd = new StatsColumns();
  readonly runtimeSeconds = new StatsColumns();
  /** Names by the id of a job. */
  readonly jobNames = new Map<string, string>();
  readonly #keys: Map<GroupKey, KeyColumn>;
  readonly #rows = new Map<number, number>();

  constructor(
    keys: readonly GroupKey[],
    readonly buckets: LocalBuckets,
  ) {
    this.#keys = new Map(keys.map((key) => [key, emptyColumn()]));
  }

  get keys(): GroupKey[] {
    return [...this.#keys.keys()];
  }

  get length(): number {
    return this.count.length;
  }

  /** The different values of a key, and row → index of its value. */
  valuesOf(key: GroupKey): { ids: readonly string[]; index: Float64Array } {
    const { ids, index } = this.#column(key);
    return { ids, index: index.values };
  }

  /** Adds rows of the aggregation of a segment. Returns the number of rows that are in no bucket of the range. */
  add(rows: readonly SessionStatistics[], segment: number): number {
    let outside = 0;
    for (const row of rows) {
      const bucket = this.buckets.indexOf(row.from, segment);
      if (bucket === undefined) outside += 1;
      else this.#addRow(row, bucket);
    }
    return outside;
  }

  /** A row as an object, with the span of its local bucket. */
  at(row: number): SessionStatistics {
    const members: Partial<SessionStatistics> = {};
    for (const [key, { ids, index }] of this.#keys) {
      const id = ids[index.at(row)];
      if (id) members[KEY_MEMBERS[key]] = id;
    }
    const jobName = members.jobId && this.jobNames.get(members.jobId);
    if (jobName !== undefined) members.jobName = jobName;
    return {
      ...members,
      count: this.count.at(row),
      costUsd: this.costUsd.at(row),
      runtimeSeconds: this.runtimeSeconds.at(row),
      ...(this.buckets.spans[this.bucket.at(row)] ?? NO_SPAN),
    };
  }

  /** Some of the rows by some of the keys: rows that differ only in another key become one. It takes no further rows. */
  part(keys: readonly GroupKey[], isKept: (row: number) => boolean): CostRows {
    const part = new CostRows(keys, this.buckets);
    for (const [id, name] of this.jobNames) part.jobNames.set(id, name);
    const columns = keys.map((key) => [this.#column(key), part.#column(key)] as const);
    const combinations = columns.reduce((count, [{ ids }]) => count * ids.length, this.buckets.spans.length);
    const numberOf = numbering(combinations);
    for (let row = 0, { length } = this; row < length; row++) {
      if (!isKept(row)) continue;
      let combination = this.bucket.at(row);
      for (const [{ ids, index }] of columns) combination = combination * ids.length + index.at(row);
      const number = numberOf(combination, part.length);
      if (number < part.length) part.#mergeRow(number, this, row);
      else part.#copyRow(this, row, columns);
    }
    return part;
  }

  /** Adds a key of which the others of a row decide the value. No rows can be added afterwards. */
  addKey(key: GroupKey, idOf: (row: number) => string): void {
    const column = emptyColumn();
    this.#keys.set(key, column);
    for (let row = 0; row < this.length; row++) column.index.push(indexIn(column, idOf(row)));
  }

  #copyRow(from: CostRows, row: number, columns: readonly (readonly [KeyColumn, KeyColumn])[]): void {
    for (const [{ ids, index }, own] of columns) own.index.push(indexIn(own, ids[index.at(row)] ?? ''));
    this.bucket.push(from.bucket.at(row));
    this.count.push(from.count.at(row));
    this.costUsd.pushRow(from.costUsd, row);
    this.runtimeSeconds.pushRow(from.runtimeSeconds, row);
  }

  #mergeRow(into: number, from: CostRows, row: number): void {
    const [records, others] = [this.count.at(into), from.count.at(row)];
    this.costUsd.mergeRow(into, from.costUsd, row, records, others);
    this.runtimeSeconds.mergeRow(into, from.runtimeSeconds, row, records, others);
    this.count.set(into, records + others);
  }

  #addRow(row: SessionStatistics, bucket: number): void {
    if (row.jobId !== undefined && row.jobName !== undefined) this.jobNames.set(row.jobId, row.jobName);
    let key = 0;
    const values: [KeyColumn, number][] = [];
    for (const [name, column] of this.#keys) {
      const value = indexIn(column, row[KEY_MEMBERS[name]] ?? '');
      values.push([column, value]);
      key = key * MAX_VALUES + value;
    }
    key = key * MAX_BUCKETS + bucket;
    const known = this.#rows.get(key);
    if (known === undefined) {
      this.#rows.set(key, this.#rows.size);
      for (const [column, value] of values) column.index.push(value);
      this.bucket.push(bucket);
      this.count.push(row.count);
      this.costUsd.push(row.costUsd);
      this.runtimeSeconds.push(row.runtimeSeconds);
      return;
    }
    const records = this.count.at(known);
    this.costUsd.merge(known, row.costUsd, records, row.count);
    this.runtimeSeconds.merge(known, row.runtimeSeconds, records, row.count);
    this.count.set(known, records + row.count);
  }

  #column(key: GroupKey): KeyColumn {
    const column = this.#keys.get(key);
    if (!column) throw new Error(`The rows aren't grouped by ${key}.`);
    return column;
  }
}
