import { z } from 'zod';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { AGGREGATION_PERIODS, AWS_KEYS, STATISTICS } from '@/lib/farm/session-statistics';
import { DAY } from '@/lib/time/duration';
import { isZone, parseZone } from '@/lib/time/zone';
import { END_AFTER_START, fleetIds, instant, oneOf, queueIds, someOf } from './fields';

/** Planning takes time that grows with the range, and on the only thread. */
const MAX_YEARS = 10;
const MAX_ZONE_LENGTH = 64;
const ZONE_RULE = 'must be an IANA time zone, such as Europe/Berlin, or an offset, such as UTC+05:30';

/** Costs to add up, without their farm: of queues or of fleets. `fresh` adds up again what was added up recently. */
export const costsBody = z
  .object({
    startTime: instant,
    endTime: instant,
    zone: z
      .string({ error: ZONE_RULE })
      .max(MAX_ZONE_LENGTH, ZONE_RULE)
      .refine(isZone, ZONE_RULE)
      .transform((text) => parseZone(text) ?? text),
    period: oneOf(AGGREGATION_PERIODS),
    queueIds: queueIds.optional(),
    fleetIds: fleetIds.optional(),
    groupBy: someOf(AWS_KEYS, 2),
    statistics: someOf(STATISTICS, 4),
    fresh: z.boolean({ error: 'must be true or false' }).default(false),
  })
  .refine(...END_AFTER_START)
  .refine(({ startTime, endTime }) => endTime - startTime <= MAX_YEARS * 366 * DAY, {
    path: ['endTime'],
    message: `The range must be at most ${MAX_YEARS} years long. Choose a shorter one`,
  })
  .refine((body) => body.queueIds || body.fleetIds, {
    path: ['queueIds'],
    message: 'or fleetIds must be given',
  })
  .refine((body) => !(body.queueIds && body.fleetIds), {
    path: ['fleetIds'],
    message: 'must be left out when queueIds is given: statistics are for queues or for fleets',
  });

/** The query of a farm's costs that a body describes. */
export function costQueryOf(farmId: string, body: z.output<typeof costsBody>): CostQuery {
  const { startTime, endTime, zone, period, groupBy, statistics, queueIds = [], fleetIds } = body;
  const resources = fleetIds
    ? { kind: 'fleet' as const, ids: fleetIds }
    : { kind: 'queue' as const, ids: queueIds };
  return { farmId, from: startTime, to: endTime, zone, period, keys: groupBy, statistics, resources };
}
