import type { StatisticsRequest } from '@/lib/farm/session-statistics';
import type { Clock } from '../../clock';
import type { StoreOptions } from '../../store/store-options';
import { notFound } from '../errors';
import type { Farm, Fleet, Queue } from '../farm';
import { Aggregations } from '../statistics/aggregations';
import { Budgets } from './budgets';
import type { FarmSource } from './farm-source';
import { importedFarms } from './imported-farms';
import { Jobs } from './jobs';

const MIN_AGGREGATION_MS = 400;
const MAX_AGGREGATION_MS = 60_000;
const MAX_AGGREGATION_ROWS = 200_000;

export type FarmOptions = {
  /** Minimum duration of a statistics aggregation in real milliseconds; 400 by default. */
  aggregationMs?: number;
  /** Maximum duration before an aggregation is a TIMEOUT, in real milliseconds; a minute by default. */
  aggregationLimitMs?: number;
  /** Maximum rows before an aggregation is FAILED; 200,000 by default. */
  aggregationMaxRows?: number;
};

/** All farms, their jobs and budgets, and the aggregations of their session records. */
export class FarmStore {
  readonly #sources: ReadonlyMap<string, FarmSource>;

  private constructor(
    readonly clock: Clock,
    sources: readonly FarmSource[],
    readonly aggregations: Aggregations,
    readonly jobs: Jobs,
    readonly budgets: Budgets,
  ) {
    this.#sources = new Map(sources.map((source) => [source.farm.farmId, source]));
  }

  /** The given farms come before the imported ones. The tables of farms must exist. */
  static async open(
    { database, clock, ...options }: StoreOptions & FarmOptions,
    sources: readonly FarmSource[],
  ): Promise<FarmStore> {
    const aggregations = await Aggregations.open(database, {
      minMs: options.aggregationMs ?? MIN_AGGREGATION_MS,
      maxMs: options.aggregationLimitMs ?? MAX_AGGREGATION_MS,
      maxRows: options.aggregationMaxRows ?? MAX_AGGREGATION_ROWS,
    });
    const all = [...sources, ...(await importedFarms(database))];
    return new FarmStore(clock, all, aggregations, new Jobs(database), new Budgets(database));
  }

  get farms(): readonly Farm[] {
    return [...this.#sources.values()].map(({ farm }) => farm);
  }

  hasFarm(farmId: string): boolean {
    return this.#sources.has(farmId);
  }

  hasQueue(farmId: string, queueId: string): boolean {
    const queues = this.#sources.get(farmId)?.farm.queues ?? [];
    return queues.some((queue) => queue.queueId === queueId);
  }

  /** Throws ResourceNotFoundException when there is no such farm. */
  source(farmId: string): FarmSource {
    const source = this.#sources.get(farmId);
    if (!source) throw notFound('farm', farmId);
    return source;
  }

  /** Throws ResourceNotFoundException when there is no such farm. */
  farm(farmId: string): Farm {
    return this.source(farmId).farm;
  }

  /** Throws ResourceNotFoundException when there is no such farm, or it has no such queue. */
  queue(farmId: string, queueId: string): Queue {
    const queue = this.farm(farmId).queues.find((known) => known.queueId === queueId);
    if (!queue) throw notFound('queue', queueId);
    return queue;
  }

  /** Throws ResourceNotFoundException when there is no such farm, or it has no such fleet. */
  fleet(farmId: string, fleetId: string): Fleet {
    const fleet = this.farm(farmId).fleets.find((known) => known.fleetId === fleetId);
    if (!fleet) throw notFound('fleet', fleetId);
    return fleet;
  }

  /** Starts an aggregation and returns its id. Throws ResourceNotFoundException when there is no such farm. */
  startAggregation(requested: StatisticsRequest): Promise<string> {
    const now = this.clock.now();
    const source = this.source(requested.farmId);
    const request = { ...requested, startTime: Math.max(requested.startTime, source.historyStart(now)) };
    return this.aggregations.start({
      request,
      now,
      costScaleFactor: source.farm.costScaleFactor,
      prepare: (signal) => source.loadSessions(request.startTime, Math.min(request.endTime, now), signal),
    });
  }

  close(): Promise<void> {
    return this.aggregations.close();
  }
}
