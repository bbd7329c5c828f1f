import { z } from 'zod';
import { AGGREGATION_PERIODS, GROUP_KEYS, STATISTICS } from '@/lib/farm/session-statistics';
import { MAX_RESOURCES } from '@/lib/farm/statistics-request';
import { END_AFTER_START, fleetIds, instant, oneOf, queueIds, someOf } from './fields';

const ZONE_RULE = 'must be a whole or half-hour offset from UTC, such as UTC+05:30';

const TOO_MANY = `must have at most ${MAX_RESOURCES} ids`;

/**
 * An aggregation to start, without its farm. It needs queueIds or fleetIds, not both; `fresh` starts a new one
 * even if the server started the same one recently.
 */
export const statisticsBody = z
  .object({
    startTime: instant,
    endTime: instant,
    timezone: z.string({ error: ZONE_RULE }).regex(/^UTC[-+][01][0-9]:(30|00)$/, ZONE_RULE),
    period: oneOf(AGGREGATION_PERIODS),
    queueIds: queueIds.max(MAX_RESOURCES, TOO_MANY).optional(),
    fleetIds: fleetIds.max(MAX_RESOURCES, TOO_MANY).optional(),
    groupBy: someOf(GROUP_KEYS, 2),
    statistics: someOf(STATISTICS, 4),
    fresh: z.boolean({ error: 'must be true or false' }).optional(),
  })
  .refine(...END_AFTER_START)
  .refine((body) => body.queueIds || body.fleetIds, {
    path: ['queueIds'],
    message: 'or fleetIds must be given',
  })
  .refine((body) => !(body.queueIds && body.fleetIds), {
    path: ['fleetIds'],
    message: 'must be left out when queueIds is given: statistics are for queues or for fleets',
  });
