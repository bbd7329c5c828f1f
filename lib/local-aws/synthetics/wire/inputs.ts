import { z } from 'zod';

/** An optional member. Null counts as omitted. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

export const canaryName = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[0-9a-z_-]+$/, 'must consist of lower-case letters, digits, _ and -');

export const nextToken = maybe(z.string().min(4).max(252));

export const dryRunId = maybe(
  z
    .string()
    .regex(/^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/, 'must be a lower-case UUID'),
);

export const runType = maybe(z.enum(['CANARY_RUN', 'DRY_RUN']));

export const browserType = maybe(z.enum(['CHROME', 'FIREFOX']));

/** 1 to `max`, which is also the default. */
export const maxResults = (max: number) =>
  z
    .number()
    .int()
    .min(1)
    .max(max)
    .nullish()
    .transform((value) => value ?? max);

export const names = maybe(z.array(canaryName).min(1).max(5));

const groupToken = maybe(z.string().min(1).max(512).regex(/^.+$/));

export const groupPaging = { MaxResults: maxResults(20), NextToken: groupToken };

/** A group's name, id or ARN. */
export const groupIdentifier = z.string().min(1).max(128);

/** A canary's ARN, parsed to the canary's name. */
export const canaryArnName = z
  .string()
  .max(2048)
  .regex(
    /^arn:(aws[a-zA-Z-]*)?:synthetics:[a-z]{2,4}(-[a-z]{2,4})?-[a-z]+-\d{1}:\d{12}:canary:[0-9a-z_-]{1,255}$/,
    'must be the ARN of a canary',
  )
  .transform((arn) => arn.slice(arn.lastIndexOf(':') + 1));
