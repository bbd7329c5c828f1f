import { z } from 'zod';
import { STRIP_PERIODS, type StripPeriod } from '@/lib/profile/range/profile-periods';
import { MAX_SAMPLED_PER_REQUEST } from '@/lib/profile/range/samples';
import { instant } from './fields';

const STARTS_RULE = `must be the start times of 1 to ${MAX_SAMPLED_PER_REQUEST} different profiles, separated by commas, each with its zone, such as 2026-06-01T13:15:00Z`;

/** Start times of different profiles, as epoch milliseconds. */
export const profileStarts = z
  .string({ error: STARTS_RULE })
  .transform((text) => text.split(',', MAX_SAMPLED_PER_REQUEST + 1))
  .refine((texts) => texts.length <= MAX_SAMPLED_PER_REQUEST, STARTS_RULE)
  .transform((texts, context) => {
    const starts = texts.map((text) => instant.safeParse(text).data ?? Number.NaN);
    if (starts.some(Number.isNaN) || new Set(starts).size < starts.length) context.addIssue(STARTS_RULE);
    return starts;
  });

/** Arguments of `refine` for an object with a period and the starts of its profiles. */
export const ARE_WHOLE_PERIODS = [
  ({ period, starts }: { period: StripPeriod; starts: number[] }): boolean =>
    starts.every((start) => start % STRIP_PERIODS[period] === 0),
  { path: ['starts'], message: 'must be multiples of the period' },
] as const satisfies [unknown, { path: string[]; message: string }];
