import { z } from 'zod';
import type { Warning } from '@/lib/answer/answer';
import { counted } from '@/lib/answer/counted';
import { isCalendarDay } from '@/lib/time/instant';

const MIN_INSTANT = Date.UTC(1990, 0, 1);
const MAX_INSTANT = Date.UTC(2200, 0, 1);

/** The clients turn times that they can't parse into invalid dates or into 1970. */
const isPlausible = (instant: number) => instant >= MIN_INSTANT && instant <= MAX_INSTANT;

/** A client's Date, as epoch milliseconds. */
export const wireDate = z
  .date()
  .transform((date) => date.getTime())
  .refine(isPlausible, 'not a plausible time');

const ISO_DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** A date-time of AWS's JSON as epoch milliseconds; undefined for anything that is none, and for one that isn't plausible. */
export function parseWireDate(value: unknown): number | undefined {
  if (typeof value !== 'string' || !ISO_DATE.test(value) || !isCalendarDay(value)) return undefined;
  const instant = Date.parse(value);
  return isPlausible(instant) ? instant : undefined;
}

/** Epoch seconds with fractions, as CloudWatch Synthetics sends them, as epoch milliseconds. */
export const wireEpochSeconds = z
  .number()
  .transform((seconds) => Math.round(seconds * 1000))
  .refine(isPlausible, 'not a plausible time');

/** On the wire an absent member and null mean the same. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

/** A text; an empty one means none, as AWS sends empty reasons. */
export const optionalText = z
  .string()
  .nullish()
  .transform((value) => value || undefined);

export const wireToken = optionalText;

/**
 * The readable rows of a list, and how many are unreadable: one malformed row must not hide the others. A list
 * without any readable row is a bad answer.
 */
export const readableRows = <Schema extends z.ZodType>(row: Schema) =>
  z.array(z.unknown()).transform((all, context) => {
    const rows: z.output<Schema>[] = [];
    for (const each of all) {
      const parsed = row.safeParse(each);
      if (parsed.success) rows.push(parsed.data);
    }
    if (all.length > 0 && rows.length === 0) {
      context.addIssue({ code: 'custom', message: 'no row is readable' });
      return z.NEVER;
    }
    return { rows, unreadableCount: all.length - rows.length };
  });

/** The warning about rows of an answer that `readableRows` left out. */
export const unreadableWarnings = (count: number, row: string): Warning[] =>
  count > 0
    ? [`${counted(count, row)} in AWS’s answer can’t be read and ${count === 1 ? 'is' : 'are'} left out.`]
    : [];
