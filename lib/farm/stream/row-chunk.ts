import type { Measure } from '../amounts';
import { KEY_MEMBERS } from '../key-members';
import type { AwsKey, SessionStatistics, Stats } from '../session-statistics';

const MEMBERS = ['min', 'max', 'avg', 'sum'] as const satisfies (keyof Stats)[];

/** The statistics that rows have, row by row. */
export type StatsColumns = Partial<Record<keyof Stats, (number | null)[]>>;

/** Some rows of an aggregation in columns. Texts and buckets are sent once: later rows have their numbers. */
export type RowChunk = Record<Measure, StatsColumns> & {
  /** Values that no earlier chunk has, by key. '' stands for none. */
  newIds: string[][];
  /** Row → number of its value, by key. */
  ids: number[][];
  newBuckets: [from: number, to: number][];
  bucket: number[];
  count: number[];
  /** Job ids with their names. */
  jobNames: [jobId: string, name: string][];
};

/** Writes the rows of one aggregation as chunks, which must be read in their order. */
export class ChunkWriter {
  readonly #ids: Map<string, number>[];
  readonly #buckets = new Map<string, number>();
  readonly #jobs = new Set<string>();

  constructor(readonly keys: readonly AwsKey[]) {
    this.#ids = keys.map(() => new Map());
  }

  write(rows: readonly SessionStatistics[]): RowChunk {
    const newIds = this.keys.map((): string[] => []);
    const newBuckets: RowChunk['newBuckets'] = [];
    const jobNames: RowChunk['jobNames'] = [];
    const ids = this.keys.map((key, at) =>
      rows.map((row) => {
        const id = row[KEY_MEMBERS[key]] ?? '';
        return numberIn(this.#ids[at] ?? new Map(), id, () => newIds[at]?.push(id));
      }),
    );
    const bucket = rows.map(({ from, to }) =>
      numberIn(this.#buckets, `${from} ${to}`, () => newBuckets.push([from, to])),
    );
    for (const { jobId, jobName } of rows) {
      if (jobId === undefined || jobName === undefined || this.#jobs.has(jobId)) continue;
      this.#jobs.add(jobId);
      jobNames.push([jobId, jobName]);
    }
    const count = rows.map((row) => row.count);
    const [costUsd, runtimeSeconds] = [columnsOf(rows, 'costUsd'), columnsOf(rows, 'runtimeSeconds')];
    return { newIds, ids, newBuckets, bucket, count, costUsd, runtimeSeconds, jobNames };
  }
}

function numberIn(known: Map<string, number>, text: string, onNew: () => void): number {
  const number = known.get(text);
  if (number !== undefined) return number;
  known.set(text, known.size);
  onNew();
  return known.size - 1;
}

function columnsOf(rows: readonly SessionStatistics[], measure: Measure): StatsColumns {
  const columns: StatsColumns = {};
  for (const member of MEMBERS) {
    if (rows.some((row) => row[measure][member] !== undefined))
      columns[member] = rows.map((row) => row[measure][member] ?? null);
  }
  return columns;
}

/** Reads the chunks of one aggregation, in their order. */
export class ChunkReader {
  readonly #ids: string[][];
  readonly #buckets: [number, number][] = [];
  readonly #jobNames = new Map<string, string>();

  constructor(readonly keys: readonly AwsKey[]) {
    this.#ids = keys.map(() => []);
  }

  read(chunk: RowChunk): SessionStatistics[] {
    for (const [at, ids] of chunk.newIds.entries()) this.#ids[at]?.push(...ids);
    this.#buckets.push(...chunk.newBuckets);
    for (const [id, name] of chunk.jobNames) this.#jobNames.set(id, name);
    return chunk.count.map((count, at) => {
      const [from, to] = this.#buckets[chunk.bucket[at] ?? -1] ?? [Number.NaN, Number.NaN];
      return {
        ...this.#keysAt(chunk, at),
        count,
        costUsd: statsAt(chunk.costUsd, at),
        runtimeSeconds: statsAt(chunk.runtimeSeconds, at),
        from,
        to,
      };
    });
  }

  #keysAt({ ids }: RowChunk, at: number): Partial<SessionStatistics> {
    const values: Partial<SessionStatistics> = {};
    for (const [index, key] of this.keys.entries()) {
      const id = this.#ids[index]?.[ids[index]?.[at] ?? -1] ?? '';
      if (id !== '') values[KEY_MEMBERS[key]] = id;
    }
    const jobName = values.jobId && this.#jobNames.get(values.jobId);
    return jobName === undefined ? values : { ...values, jobName };
  }
}

function statsAt(columns: StatsColumns, at: number): Stats {
  const stats: Stats = {};
  for (const member of MEMBERS) {
    const value = columns[member]?.[at];
    if (typeof value === 'number') stats[member] = value;
  }
  return stats;
}
