import { z } from 'zod';
import { duration, instant, wholeNumber } from './fields';

/** The parameters of GetProfile as our routes take them. Which may stand together is judged with the ask. */
export const profileQuery = z.object({
  startTime: instant.optional(),
  endTime: instant.optional(),
  period: duration.optional(),
  maxDepth: wholeNumber(1, 10_000).optional(),
});
