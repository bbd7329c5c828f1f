import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { StatisticsRequest } from '@/lib/farm/session-statistics';
import { SECOND } from '@/lib/time/duration';
import type { Database } from '../../store/database';
import { throttled } from '../errors';
import { makeStatisticsTable } from './aggregation-query';
import { AggregationTable, type Outcome, rowsOf } from './aggregation-table';

const RETRY_AFTER_SECONDS = 1;
const SHRINK =
  'Shorten the time range, take fewer queues or fleets, or lengthen the period, then start it again.';

/** Durations are real time, whatever the services' clock shows. */
export type AggregationLimits = { leastMs: number; mostMs: number; maxRows: number };

export type AggregationWork = {
  ask: StatisticsRequest;
  /** Epoch milliseconds of Start: records that ended later don't count. */
  now: number;
  costScaleFactor: number;
  /** Gets ready what is read. */
  prepare(signal: AbortSignal): Promise<void>;
};

/** Runs statistics aggregations, at most one per farm, and keeps their results. */
export class Aggregations {
  readonly #running = new Map<string, { aggregationId: string; done: Promise<void> }>();
  readonly #closing = new AbortController();

  private constructor(
    readonly database: Database,
    readonly table: AggregationTable,
    readonly limits: AggregationLimits,
  ) {}

  static async open(database: Database, limits: AggregationLimits): Promise<Aggregations> {
    return new Aggregations(database, await AggregationTable.open(database), limits);
  }

  /** Begins an aggregation and gives its id. ThrottlingException while the farm has one that is running. */
  async start(work: AggregationWork): Promise<string> {
    const { farmId } = work.ask;
    const busy = this.#running.get(farmId);
    if (busy) {
      throw throttled(
        'The farm has an aggregation that is still running. Start another when it is done.',
        RETRY_AFTER_SECONDS,
        { farmId, aggregationId: busy.aggregationId },
      );
    }
    const aggregationId = randomBytes(16).toString('hex');
    const added = this.table.add(aggregationId, work.ask, work.now);
    const done = added
      .then(() => this.#run(aggregationId, work))
      .catch((error) => console.error('local-aws:', error))
      .finally(() => this.#running.delete(farmId));
    this.#running.set(farmId, { aggregationId, done });
    await added;
    return aggregationId;
  }

  /** Stops what is running. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([...this.#running.values()].map(({ done }) => done));
  }

  async #run(aggregationId: string, work: AggregationWork): Promise<void> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), this.limits.mostMs);
    const signal = AbortSignal.any([limit.signal, this.#closing.signal]);
    const [made] = await Promise.allSettled([
      this.#make(aggregationId, work, signal),
      wait(this.limits.leastMs, undefined, { signal }),
    ]);
    clearTimeout(timer);
    if (this.#closing.signal.aborted) return;
    await this.table.finish(aggregationId, limit.signal.aborted ? this.#timeout() : outcomeOf(made));
  }

  async #make(aggregationId: string, work: AggregationWork, signal: AbortSignal): Promise<Outcome> {
    await work.prepare(signal);
    return this.database.beside(signal, async (connection) => {
      const { maxRows } = this.limits;
      const { ask, now, costScaleFactor } = work;
      const rows = rowsOf(aggregationId);
      await makeStatisticsTable(connection, rows, { ...ask, now, costScaleFactor, maxRows: maxRows + 1 });
      const counted = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${rows}`);
      const tooMany = Number(counted.getRows()[0]?.[0]) > maxRows;
      return tooMany ? failed(`The result has more than ${maxRows} rows. ${SHRINK}`) : COMPLETED;
    });
  }

  #timeout(): Outcome {
    return {
      status: 'TIMEOUT',
      message: `The aggregation took longer than ${this.limits.mostMs / SECOND} s. ${SHRINK}`,
    };
  }
}

const COMPLETED: Outcome = { status: 'COMPLETED', message: null };

const failed = (message: string): Outcome => ({ status: 'FAILED', message });

function outcomeOf(made: PromiseSettledResult<Outcome>): Outcome {
  if (made.status === 'fulfilled') return made.value;
  console.error('local-aws:', made.reason);
  return failed('The aggregation failed inside the service. Start it again.');
}
