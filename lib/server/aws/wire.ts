import { z } from 'zod';

const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** A time that can be one: the clients turn what they can't read into invalid dates or into 1970. */
const plausible = (instant: number) => instant >= EARLIEST && instant <= LATEST;

/** A client's Date. Becomes epoch milliseconds. */
export const wireDate = z
  .date()
  .transform((date) => date.getTime())
  .refine(plausible, 'not a plausible time');

/** Epoch seconds with fractions, as CloudWatch Synthetics sends them. Become epoch milliseconds. */
export const wireEpochSeconds = z
  .number()
  .transform((seconds) => Math.round(seconds * 1000))
  .refine(plausible, 'not a plausible time');

export const wireToken = z
  .string()
  .nullish()
  .transform((token) => token || undefined);

/** Left out and null mean the same on the wire. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

/**
 * The rows of a list that can be read, and how many can't: one odd row must not hide the others. A list of
 * which no row can be read is a bad answer.
 */
export const readableRows = <Schema extends z.ZodType>(row: Schema) =>
  z.array(z.unknown()).transform((all, context) => {
    const rows: z.output<Schema>[] = [];
    for (const each of all) {
      const read = row.safeParse(each);
      if (read.success) rows.push(read.data);
    }
    if (all.length > 0 && rows.length === 0) {
      context.addIssue({ code: 'custom', message: 'no row can be read' });
      return z.NEVER;
    }
    return { rows, leftOut: all.length - rows.length };
  });
