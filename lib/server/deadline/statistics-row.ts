import type { SessionStatistics, Stats } from '@/lib/farm/session-statistics';
import { parseWireDate } from '../aws/wire';

const TEXTS = [
  'queueId',
  'fleetId',
  'jobId',
  'jobName',
  'userId',
  'usageType',
  'licenseProduct',
  'instanceType',
] as const satisfies (keyof SessionStatistics)[];
const AMOUNTS = ['min', 'max', 'avg', 'sum'] as const satisfies (keyof Stats)[];

type Members = Record<string, unknown>;

/** A row that breaks the contract of AWS's API; `path` leads to the member. */
export class InvalidRow extends Error {
  constructor(
    readonly path: string[],
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads the rows of one page of AWS's JSON, strictly: "1.5" is no number. Members that are absent or null are left out. By hand,
 * because a schema takes five times as long, and an answer has up to 200,000 rows. Throws InvalidRow.
 */
export class RowReader {
  /** Rows are sorted by bucket, so few times are different. */
  readonly #instants = new Map<string, number>();

  read(value: unknown): SessionStatistics {
    const wire = membersOf(value, []);
    const row: SessionStatistics = {
      count: countOf(wire.count),
      costUsd: statsOf(wire, 'costInUsd'),
      runtimeSeconds: statsOf(wire, 'runtimeInSeconds'),
      from: this.#instantOf(wire, 'aggregationStartTime'),
      to: this.#instantOf(wire, 'aggregationEndTime'),
    };
    for (const name of TEXTS) {
      const text = wire[name];
      if (typeof text === 'string') row[name] = text;
      else if (text !== undefined && text !== null) throw new InvalidRow([name], 'not a text');
    }
    return row;
  }

  #instantOf(wire: Members, name: string): number {
    const value = wire[name];
    const known = typeof value === 'string' ? this.#instants.get(value) : undefined;
    if (known !== undefined) return known;
    const instant = parseWireDate(value);
    if (instant === undefined) throw new InvalidRow([name], 'not a plausible time');
    this.#instants.set(value as string, instant);
    return instant;
  }
}

function countOf(value: unknown): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw new InvalidRow(['count'], 'not a number of records');
}

function statsOf(wire: Members, name: string): Stats {
  const values = membersOf(wire[name], [name]);
  const stats: Stats = {};
  for (const member of AMOUNTS) {
    const value = values[member];
    // JSON has no NaN, but 1e999 is infinite.
    if (Number.isFinite(value)) stats[member] = value as number;
    else if (value !== undefined && value !== null) throw new InvalidRow([name, member], 'not a number');
  }
  return stats;
}

function membersOf(value: unknown, path: string[]): Members {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Members;
  throw new InvalidRow(path, 'not an object');
}
