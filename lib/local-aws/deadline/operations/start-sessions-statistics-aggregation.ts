import { z } from 'zod';
import { AGGREGATION_PERIODS, AWS_KEYS, STATISTICS } from '@/lib/farm/session-statistics';
import { isoTimestamp } from '../../protocol/inputs';
import { notFound, usualErrors, validation } from '../errors';
import type { Farm } from '../farm';
import { operation } from '../operation';
import { aggregationId, farmId, fleetId, queueId } from '../wire/inputs';

const resourceIds = z
  .object({
    queueIds: z.array(queueId).min(1).max(10).nullish(),
    fleetIds: z.array(fleetId).min(1).max(10).nullish(),
  })
  .refine(({ queueIds, fleetIds }) => !queueIds !== !fleetIds, 'must have either queueIds or fleetIds');

const timezone = z
  .string()
  .regex(/^UTC[-+][01][0-9]:(30|00)$/, 'must be a whole or half hour from UTC, such as UTC+05:30');

/**
 * Not documented, our choice [?]: UTC+00:00 and DAILY by default; the end must be after the start; a repeated grouping,
 * statistic or id counts once; a queue or fleet that the farm doesn't have is a ResourceNotFoundException. A record that
 * has ended counts as a whole in the bucket of its start, when start ≤ its start < end. Rows have the times of whole
 * buckets, even where the range starts or ends within one. `count`, MIN, MAX and AVG are of records. Records without a
 * key (a licence has no instance type) make a row without that member. Costs are multiplied by the farm's
 * costScaleFactor, "a multiplier applied to the farm's calculated costs for usage data".
 */
export const startSessionsStatisticsAggregation = operation({
  name: 'StartSessionsStatisticsAggregation',
  method: 'POST',
  path: '/2023-10-12/farms/{farmId}/sessions-statistics-aggregation',
  errors: usualErrors,
  output: z.strictObject({ aggregationId }),
  input: z.object({
    farmId,
    resourceIds,
    startTime: isoTimestamp,
    endTime: isoTimestamp,
    timezone: timezone.nullish(),
    period: z.enum(AGGREGATION_PERIODS).nullish(),
    groupBy: z.array(z.enum(AWS_KEYS)).min(1).max(2),
    statistics: z.array(z.enum(STATISTICS)).min(1).max(4),
  }),
  handle: async ({ resourceIds: { queueIds, fleetIds }, ...input }, { world }) => {
    if (input.endTime <= input.startTime) {
      throw validation([{ name: 'endTime', message: 'must be after startTime' }]);
    }
    checkResources(world.farms.farm(input.farmId), queueIds ?? [], fleetIds ?? []);
    const aggregationId = await world.farms.startAggregation({
      ...input,
      timezone: input.timezone ?? 'UTC+00:00',
      period: input.period ?? 'DAILY',
      ...(queueIds ? { queueIds } : {}),
      ...(fleetIds ? { fleetIds } : {}),
    });
    return { body: { aggregationId } };
  },
});

function checkResources(farm: Farm, queueIds: string[], fleetIds: string[]): void {
  const unknownQueue = queueIds.find((id) => !farm.queues.some((queue) => queue.queueId === id));
  if (unknownQueue) throw notFound('queue', unknownQueue);
  const unknownFleet = fleetIds.find((id) => !farm.fleets.some((fleet) => fleet.fleetId === id));
  if (unknownFleet) throw notFound('fleet', unknownFleet);
}
