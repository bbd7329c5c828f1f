import { LRUCache } from 'lru-cache';
import { CallLimit } from '@/lib/answer/call-limit';
import type { StatisticsRequest } from '@/lib/farm/session-statistics';
import { REAL_TIMING, type Timing } from '../../aws/timing';
import { currentRecording, keptLink } from '../../links/link-scope';
import { watchQueues } from '../../metrics/queues';
import { processWide } from '../../process-wide';
import { SharedWork } from '../../shared-work';
import { SharedAggregation } from './shared-aggregation';

/** Rows of aggregations that nobody waits for, in memory. */
const MAX_KEPT_ROWS = 400_000;
/** Maximum number of our own aggregations that wait for one farm; further ones are refused. */
const MAX_WAITING = 200;
const MAX_FARMS = 1000;

/** An aggregation with a viewer, who leaves by calling `leave`. */
export type Joined = { aggregation: SharedAggregation; leave(): void };

/** Equal for requests that differ only in the order of ids and statistics. The order of keys counts: rows are columns in it. */
export function aggregationKey({
  farmId,
  startTime,
  endTime,
  timezone,
  period,
  groupBy,
  ...lists
}: StatisticsRequest): string {
  const [queueIds, fleetIds, statistics] = [lists.queueIds, lists.fleetIds, lists.statistics].map((ids) =>
    ids ? [...ids].sort() : null,
  );
  return JSON.stringify([
    farmId,
    startTime,
    endTime,
    timezone,
    period,
    queueIds,
    fleetIds,
    groupBy,
    statistics,
  ]);
}

/** A shared link has rows of its own, which may differ from what AWS has now. */
const sharedKey = (request: StatisticsRequest) => `${keptLink()?.id ?? ''}${aggregationKey(request)}`;

/** All aggregations of the server: equal requests share one. */
export class Aggregations {
  readonly #shared = new SharedWork<SharedAggregation>({
    maxSize: MAX_KEPT_ROWS,
    sizeOf: ({ run }) => 1 + run.rows.count,
  });
  readonly #lines = new LRUCache<string, CallLimit>({ max: MAX_FARMS });

  constructor(private readonly timing: Timing) {}

  /**
   * Joins the aggregation of an equal request, or a new one. `fresh` replaces a result that is more than seconds old. A link that is
   * being made keeps what viewers have seen, however old.
   */
  join(request: StatisticsRequest, fresh: boolean): Joined {
    const key = sharedKey(request);
    const known = this.#shared.get(key);
    const isUsable = known?.isReusable(fresh) || (currentRecording() && known?.run.isComplete);
    const aggregation = known && isUsable ? known : this.#create(key, request, fresh && !keptLink());
    this.#shared.activate(key, aggregation);
    return { aggregation, leave: aggregation.join() };
  }

  /** Aggregations that wait for another one on their farm: on all farms, and on the one with the most. */
  get waiting(): { costs: number; costs_of_one_farm_at_most: number } {
    const lengths = [...this.#lines.values()].map((line) => line.waitingCount);
    return {
      costs: lengths.reduce((sum, length) => sum + length, 0),
      costs_of_one_farm_at_most: Math.max(0, ...lengths),
    };
  }

  /** Forgets everything, as a restart does. */
  clear(): void {
    this.#shared.clear();
    this.#lines.clear();
  }

  #create(key: string, request: StatisticsRequest, fresh: boolean): SharedAggregation {
    const aggregation: SharedAggregation = new SharedAggregation({
      ...{
        key: aggregationKey(request),
        request,
        mayBeArchived: !fresh,
        line: this.#lineOf(request.farmId),
        timing: this.timing,
      },
      onIdle: () => this.#shared.retire(key, aggregation, aggregation.isKept),
    });
    return aggregation;
  }

  #lineOf(farmId: string): CallLimit {
    const line = this.#lines.get(farmId) ?? new CallLimit(1, MAX_WAITING);
    this.#lines.set(farmId, line);
    return line;
  }
}

export const sharedAggregations = () =>
  processWide('aggregations', () => {
    const aggregations = new Aggregations(REAL_TIMING);
    watchQueues('costs', () => aggregations.waiting);
    return aggregations;
  });
