import { z } from 'zod';

/** Maximum tags of one group. [?] */
export const MAX_TAGS = 50;

/** Tags by key; a Map, because a key can be any text, including `__proto__`. */
export type Tags = ReadonlyMap<string, string>;

/** [?] 1–128 characters that don't start with `aws:`, which AWS reserves. */
export const tagKey = z
  .string()
  .min(1)
  .max(128)
  .regex(/^(?!aws:)/i, 'must not start with aws:');

/** A map of strings on the wire and on disk; values up to 256 characters [?]. */
export const tagsMap = z
  .custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), {
    error: 'must be a map of strings',
  })
  .meta({
    type: 'object',
    propertyNames: { minLength: 1, maxLength: 128 },
    additionalProperties: { type: 'string', maxLength: 256 },
    maxProperties: MAX_TAGS,
  })
  .transform((map) => new Map<unknown, unknown>(Object.entries(map)))
  .pipe(z.map(tagKey, z.string().max(256)))
  .refine((tags) => tags.size <= MAX_TAGS, `must be at most ${MAX_TAGS} tags`);

/** Tags as on the wire. */
export const tagsOf = (tags: Tags | undefined): Record<string, string> => Object.fromEntries(tags ?? []);
