import type { StatisticsAsk } from '@/lib/farm/session-statistics';
import type { Clock } from '../clock';
import { SampleDays } from '../sample/farm/sample-days';
import { sampleFarms } from '../sample/farm/sample-farms';
import type { StoreOptions } from '../world';
import { Aggregations } from './aggregations';
import { notFound } from './errors';
import type { Farm } from './farm';
import { createSessionRecords } from './session-records';

const AGGREGATION_LEAST_MS = 400;
const AGGREGATION_MOST_MS = 60_000;
const AGGREGATION_MAX_ROWS = 200_000;

/** The farms, their session records and the statistics asked of them. */
export class FarmStore {
  private constructor(
    readonly clock: Clock,
    readonly farms: readonly Farm[],
    readonly aggregations: Aggregations,
    readonly sampleDays: SampleDays,
  ) {}

  static async open(options: StoreOptions): Promise<FarmStore> {
    const { database, clock } = options;
    await createSessionRecords(database);
    return new FarmStore(
      clock,
      options.sample ? sampleFarms.map(({ farm }) => farm) : [],
      await Aggregations.open(database, {
        leastMs: options.aggregationMs ?? AGGREGATION_LEAST_MS,
        mostMs: options.aggregationLimitMs ?? AGGREGATION_MOST_MS,
        maxRows: options.aggregationMaxRows ?? AGGREGATION_MAX_ROWS,
      }),
      await SampleDays.open(database),
    );
  }

  /** ResourceNotFoundException when there is no such farm. */
  farm(farmId: string): Farm {
    const farm = this.farms.find((known) => known.farmId === farmId);
    if (!farm) throw notFound('farm', farmId);
    return farm;
  }

  /** Begins an aggregation over a farm that exists and gives its id. */
  startAggregation(asked: StatisticsAsk): Promise<string> {
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
