import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { StatisticsRequest } from '@/lib/farm/session-statistics';
import { SECOND } from '@/lib/time/duration';
import type { Database } from '../../store/database';
import { throttled } from '../errors';
import { createStatisticsTable } from './aggregation-query';
import { rowsOf } from './aggregation-rows';
import { AggregationTable, type Outcome } from './aggregation-table';

const RETRY_AFTER_SECONDS = 1;
const SHRINK =
  'Shorten the time range, take fewer queues or fleets, or lengthen the period, then start it again.';

/** Durations in real time, whatever the services' clock shows. */
export type AggregationLimits = { minMs: number; maxMs: number; maxRows: number };

export type AggregationWork = {
  request: StatisticsRequest;
  /** Epoch milliseconds of Start: records that ended later don't count. */
  now: number;
  costScaleFactor: number;
  /** Loads the session records to aggregate. */
  prepare(signal: AbortSignal): Promise<void>;
};

/** Runs statistics aggregations, at most one per farm at a time, and stores their results. */
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

  /** Starts an aggregation and returns its id. Throws ThrottlingException while the farm's last one is running. */
  async start(work: AggregationWork): Promise<string> {
    const { farmId } = work.request;
    const busy = this.#running.get(farmId);
    if (busy) {
      throw throttled(
        'The farm has an aggregation that is still running. Start another when it is done.',
        RETRY_AFTER_SECONDS,
        { farmId, aggregationId: busy.aggregationId },
      );
    }
    const aggregationId = randomBytes(16).toString('hex');
    const added = this.table.add(aggregationId, work.request, work.now);
    const done = added
      .then(() => this.#run(aggregationId, work))
      .catch((error) => console.error('local-aws:', error))
      .finally(() => this.#running.delete(farmId));
    this.#running.set(farmId, { aggregationId, done });
    await added;
    return aggregationId;
  }

  /** Stops all running aggregations. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([...this.#running.values()].map(({ done }) => done));
    await this.table.close();
  }

  async #run(aggregationId: string, work: AggregationWork): Promise<void> {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), this.limits.maxMs);
    const signal = AbortSignal.any([timeout.signal, this.#closing.signal]);
    const [result] = await Promise.allSettled([
      this.#aggregate(aggregationId, work, signal),
      wait(this.limits.minMs, undefined, { signal }),
    ]);
    clearTimeout(timer);
    if (this.#closing.signal.aborted) return;
    await this.table.finish(aggregationId, timeout.signal.aborted ? this.#timedOut() : outcomeOf(result));
  }

  async #aggregate(aggregationId: string, work: AggregationWork, signal: AbortSignal): Promise<Outcome> {
    await work.prepare(signal);
    return this.database.inParallel(signal, async (connection) => {
      const { maxRows } = this.limits;
      const { request, now, costScaleFactor } = work;
      const rows = rowsOf(aggregationId);
      await createStatisticsTable(connection, rows, {
        ...request,
        now,
        costScaleFactor,
        maxRows: maxRows + 1,
      });
      const count = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${rows}`);
      const hasTooMany = Number(count.getRows()[0]?.[0]) > maxRows;
      return hasTooMany ? failed(`The result has more than ${maxRows} rows. ${SHRINK}`) : COMPLETED;
    });
  }

  #timedOut(): Outcome {
    return {
      status: 'TIMEOUT',
      message: `The aggregation took longer than ${this.limits.maxMs / SECOND} s. ${SHRINK}`,
    };
  }
}

const COMPLETED: Outcome = { status: 'COMPLETED', message: null };

const failed = (message: string): Outcome => ({ status: 'FAILED', message });

function outcomeOf(result: PromiseSettledResult<Outcome>): Outcome {
  if (result.status === 'fulfilled') return result.value;
  console.error('local-aws:', result.reason);
  return failed('The aggregation failed inside the service. Start it again.');
}
