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
  readonly #members: (typeof KEY_MEMBERS)[AwsKey][];

  constructor(readonly keys: readonly AwsKey[]) {
    this.#ids = keys.map(() => []);
    this.#members = keys.map((key) => KEY_MEMBERS[key]);
  }

  read(chunk: RowChunk): SessionStatistics[] {
    for (const [at, ids] of chunk.newIds.entries()) this.#ids[at]?.push(...ids);
    this.#buckets.push(...chunk.newBuckets);
    for (const [id, name] of chunk.jobNames) this.#jobNames.set(id, name);
    const { ids, bucket, costUsd, runtimeSeconds } = chunk;
    return chunk.count.map((count, at) => {
      const [from, to] = this.#buckets[bucket[at] ?? -1] ?? NO_BUCKET;
      const row: SessionStatistics = {
        count,
        costUsd: statsAt(costUsd, at),
        runtimeSeconds: statsAt(runtimeSeconds, at),
        from,
        to,
      };
      for (let index = 0; index < this.#members.length; index++) {
        const id = this.#ids[index]?.[ids[index]?.[at] ?? -1] ?? '';
        const member = this.#members[index];
        if (id !== '' && member) row[member] = id;
      }
      const jobName = row.jobId === undefined ? undefined : this.#jobNames.get(row.jobId);
      if (jobName !== undefined) row.jobName = jobName;
      return row;
    });
  }
}

const NO_BUCKET: readonly [number, number] = [Number.NaN, Number.NaN];

/** Member by member: a loop over their names takes ten times as long, and an answer has up to 200,000 rows. */
function statsAt({ min, max, avg, sum }: StatsColumns, at: number): Stats {
  const stats: Stats = {};
  const [minimum, maximum, average, total] = [min?.[at], max?.[at], avg?.[at], sum?.[at]];
  if (typeof minimum === 'number') stats.min = minimum;
  if (typeof maximum === 'number') stats.max = maximum;
  if (typeof average === 'number') stats.avg = average;
  if (typeof total === 'number') stats.sum = total;
  return stats;
}
