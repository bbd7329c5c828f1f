import { z } from 'zod';
import { MAX_CANARIES_AT_ONCE, MAX_HEARTBEAT_BINS } from '@/lib/canary/health/health-bounds';
import { DAY } from '@/lib/time/duration';
import { now as currentTime } from '../clock';
import { areDifferent, canaryName, epochNumber } from './fields';

const NAMES_RULE = `must have 1 to ${MAX_CANARIES_AT_ONCE} different names of canaries`;
const BINS_RULE = `must be a whole number from 1 to ${MAX_HEARTBEAT_BINS}`;
/** AWS keeps runs for at most 1024 days. */
const MAX_DAYS = 1100;

/** Canaries whose health over a range is requested. */
export const healthBody = z
  .object({
    names: z
      .array(canaryName, { error: NAMES_RULE })
      .min(1, NAMES_RULE)
      .max(MAX_CANARIES_AT_ONCE, NAMES_RULE)
      .refine(areDifferent, NAMES_RULE),
    from: epochNumber,
    to: epochNumber,
    /** The present for the viewer, whose link may fix it. */
    now: epochNumber.optional().transform((now) => now ?? currentTime()),
    bins: z.number({ error: BINS_RULE }).int(BINS_RULE).min(1, BINS_RULE).max(MAX_HEARTBEAT_BINS, BINS_RULE),
  })
  .refine(({ from, to }) => to > from, { path: ['to'], message: 'must be after from' })
  .refine(({ from, to }) => to - from <= MAX_DAYS * DAY, {
    path: ['to'],
    message: `The range must be at most ${MAX_DAYS} days long: AWS keeps no runs for longer. Choose a shorter one`,
  });
