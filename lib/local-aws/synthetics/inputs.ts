import { z } from 'zod';

/** The constraints of the service's model. A member that is null counts as left out. */
const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

export const canaryName = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[0-9a-z_-]+$/, 'must be of lower-case letters, digits, _ and -');

export const nextToken = maybe(z.string().min(4).max(252));

export const dryRunId = maybe(
  z
    .string()
    .regex(/^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/, 'must be a lower-case UUID'),
);

export const runType = maybe(z.enum(['CANARY_RUN', 'DRY_RUN']));

export const browserType = maybe(z.enum(['CHROME', 'FIREFOX']));

/** 1 to `most`, which is also the default. */
export const maxResults = (most: number) =>
  z
    .number()
    .int()
    .min(1)
    .max(most)
    .nullish()
    .transform((value) => value ?? most);

export const names = maybe(z.array(canaryName).min(1).max(5));
