import { z } from 'zod';
import { isCalendarDay } from '@/lib/time/instant';

/** An integer in a query string: decimal digits, within bounds, which its JSON schema includes. */
export const queryInteger = (min: number, max: number) =>
  z
    .string()
    .regex(/^[+-]?\d{1,15}$/, 'must be an integer')
    .meta({ minimum: min, maximum: max })
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));

/** A date-time of restJson1 as epoch milliseconds: ISO 8601 with a zone, with or without fractions. */
export const isoTimestamp = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/,
    'must be a date-time such as 2020-06-01T13:15:02.001Z',
  )
  .transform((text, context) => {
    const instant = Date.parse(text);
    if (Number.isNaN(instant) || !isCalendarDay(text)) {
      context.addIssue({ code: 'custom', message: 'is not a date that exists' });
      return z.NEVER;
    }
    return instant;
  });
