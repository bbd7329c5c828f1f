import type { StatisticsRequest } from '@/lib/farm/session-statistics';
import type { Clock } from '../../clock';
import { SampleDays } from '../../sample/farm/sample-days';
import { sampleFarms } from '../../sample/farm/sample-farms';
import type { StoreOptions } from '../../store/store-options';
import { notFound } from '../errors';
import type { Farm, Fleet, Queue } from '../farm';
import { Aggregations } from '../statistics/aggregations';
import { Budgets } from './budgets';
import { createFarmTables } from './farm-tables';
import { importedFarms } from './imported-farms';
import { Jobs } from './jobs';

const AGGREGATION_LEAST_MS = 400;
const AGGREGATION_MOST_MS = 60_000;
const AGGREGATION_MAX_ROWS = 200_000;

export type FarmOptions = {
  /** Minimum duration of a statistics aggregation in real milliseconds; 400 by default. */
  aggregationMs?: number;
  /** Maximum duration before an aggregation is a TIMEOUT, in real milliseconds; a minute by default. */
  aggregationLimitMs?: number;
  /** Maximum rows before an aggregation is FAILED; 200,000 by default. */
  aggregationMaxRows?: number;
};

/** The farms, their session records and the statistics asked of them. */
export class FarmStore {
  readonly #byId: ReadonlyMap<string, Farm>;

  private constructor(
    readonly clock: Clock,
    /** The sample farms, then those that were imported. */
    readonly farms: readonly Farm[],
    readonly aggregations: Aggregations,
    readonly sampleDays: SampleDays,
    readonly jobs: Jobs,
    readonly budgets: Budgets,
  ) {
    this.#byId = new Map(farms.map((farm) => [farm.farmId, farm]));
  }

  static async open(options: StoreOptions & FarmOptions): Promise<FarmStore> {
    const { database, clock } = options;
    await createFarmTables(database);
    const sampleDays = await SampleDays.open(database);
    const samples = options.sample ? sampleFarms.map(({ farm }) => farm) : [];
    const aggregations = await Aggregations.open(database, {
      leastMs: options.aggregationMs ?? AGGREGATION_LEAST_MS,
      mostMs: options.aggregationLimitMs ?? AGGREGATION_MOST_MS,
      maxRows: options.aggregationMaxRows ?? AGGREGATION_MAX_ROWS,
    });
    return new FarmStore(
      clock,
      [...samples, ...(await importedFarms(database))],
      aggregations,
      sampleDays,
      new Jobs(database, sampleDays),
      new Budgets(database, sampleDays),
    );
  }

  hasFarm(farmId: string): boolean {
    return this.#byId.has(farmId);
  }

  hasQueue(farmId: string, queueId: string): boolean {
    return this.#byId.get(farmId)?.queues.some((known) => known.queueId === queueId) ?? false;
  }

  /** ResourceNotFoundException when there is no such farm. */
  farm(farmId: string): Farm {
    const farm = this.#byId.get(farmId);
    if (!farm) throw notFound('farm', farmId);
    return farm;
  }

  /** ResourceNotFoundException when there is no such farm, or it has no such queue. */
  queue(farmId: string, queueId: string): Queue {
    const queue = this.farm(farmId).queues.find((known) => known.queueId === queueId);
    if (!queue) throw notFound('queue', queueId);
    return queue;
  }

  /** ResourceNotFoundException when there is no such farm, or it has no such fleet. */
  fleet(farmId: string, fleetId: string): Fleet {
    const fleet = this.farm(farmId).fleets.find((known) => known.fleetId === fleetId);
    if (!fleet) throw notFound('fleet', fleetId);
    return fleet;
  }

  /** Begins an aggregation over a farm that exists and gives its id. */
  startAggregation(asked: StatisticsRequest): Promise<string> {
    const now = this.clock.now();
    const { farmId, costScaleFactor } = this.farm(asked.farmId);
    const ask = { ...asked, startTime: Math.max(asked.startTime, this.sampleDays.oldest(asked.farmId, now)) };
    const prepare = (signal: AbortSignal) =>
      this.sampleDays.make(farmId, ask.startTime, Math.min(ask.endTime, now), signal);
    return this.aggregations.start({ ask, now, costScaleFactor, prepare });
  }

  close(): Promise<void> {
    return this.aggregations.close();
  }
}
