import type { Coverage } from '@/lib/answer/answer';
import { WEEK } from '@/lib/time/duration';
import { LocalBuckets } from '../plan/local-buckets';
import { CostRows } from '../rows/cost-rows';
import type { AwsKey, SessionStatistics } from '../session-statistics';
import type { CostEvent } from './cost-event';
import { ChunkReader } from './row-chunk';

type EventOf<Type extends CostEvent['type']> = Extract<CostEvent, { type: Type }>;

/** The whole answer to a query of costs. */
export type Costs = {
  /** By the chosen keys, then by others that AWS was asked for. */
  rows: CostRows;
  /** By the chosen keys alone: rows that differ only in another key are one. The same table where there is none. */
  chosen: CostRows;
  asOf: number;
  coverage: Coverage;
  /** Rows read from AWS. */
  rowCount: number;
  /** Whether AWS has more rows. */
  isCut: boolean;
  notes: string[];
};

/** Collects the events of an answer into one table of rows. */
export class CostCollector {
  #rows: CostRows | undefined;
  #chosen: CostRows | undefined;
  #outside = 0;
  readonly #allKeys: AwsKey[];
  readonly #readers = new Map<number, ChunkReader>();

  constructor(
    readonly plan: EventOf<'plan'>,
    readonly chosenKeys: readonly AwsKey[] = plan.keys,
  ) {
    this.#allKeys = [...new Set([...chosenKeys, ...plan.keys])];
  }

  add({ aggregation, segment, chunk }: EventOf<'rows'>): void {
    let reader = this.#readers.get(aggregation);
    if (!reader) {
      reader = new ChunkReader(this.plan.keys);
      this.#readers.set(aggregation, reader);
    }
    const rows = reader.read(chunk);
    this.#rows ??= this.#table(this.#allKeys, this.#weekStart(rows, segment));
    this.#outside += this.#rows.add(rows, segment);
    if (this.chosenKeys.length === this.#allKeys.length) return;
    this.#chosen ??= new CostRows(this.chosenKeys, this.#rows.buckets);
    this.#chosen.add(rows, segment);
  }

  end({ asOf, coverage, rowCount, isCut }: EventOf<'end'>): Costs {
    const notes = [...this.plan.notes];
    if (this.#outside > 0)
      notes.push(`AWS sent rows outside of the range, which are left out: ${this.#outside}.`);
    const rows = this.#rows ?? this.#table(this.#allKeys, undefined);
    const chosen = this.#chosen ?? (this.#rows ? rows : this.#table(this.chosenKeys, undefined));
    return { rows, chosen, asOf, coverage, rowCount, isCut, notes };
  }

  #table(keys: readonly AwsKey[], weekStart: number | undefined): CostRows {
    const { segments, period } = this.plan;
    return new CostRows(keys, new LocalBuckets(segments, period, weekStart));
  }

  /** [?] AWS doesn't document on which day weeks start: a row of a whole week tells, or one that the range cuts at one end. */
  #weekStart(rows: readonly SessionStatistics[], segment: number): number | undefined {
    if (this.plan.period !== 'WEEKLY') return undefined;
    const { from = 0, to = 0, offsetMs = 0 } = this.plan.segments[segment] ?? {};
    const start =
      rows.find((row) => row.to - row.from === WEEK)?.from ??
      rows.find((row) => row.from > from)?.from ??
      rows.find((row) => row.to < to)?.to;
    return start === undefined ? undefined : start + offsetMs;
  }
}
