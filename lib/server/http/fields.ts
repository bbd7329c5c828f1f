import { z } from 'zod';
import { parseDuration } from '@/lib/time/duration';
import { isCalendarDay } from '@/lib/time/instant';

const matching = (pattern: RegExp, rule: string) => z.string({ error: rule }).regex(pattern, rule);

/** A whole number in decimal digits. */
export function wholeNumber(from: number, to: number) {
  const rule = `must be a whole number from ${from} to ${to}`;
  return matching(/^\d{1,9}$/, rule)
    .transform(Number)
    .pipe(z.number({ error: rule }).min(from, rule).max(to, rule));
}

export const oneOf = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  z.enum(choices, { error: `must be one of ${choices.join(', ')}` });

const INSTANT_RULE = 'must be a date and time with its zone, such as 2026-06-01T13:15:02Z';

/** ISO-8601 with a zone. Becomes epoch milliseconds. */
export const instant = matching(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/,
  INSTANT_RULE,
)
  .refine(isCalendarDay, INSTANT_RULE)
  .transform((text) => Date.parse(text))
  .pipe(z.number({ error: INSTANT_RULE }));

const DURATION_RULE = 'must be an ISO-8601 duration above zero, without years or months, such as PT1H';

export const duration = z
  .string({ error: DURATION_RULE })
  .max(64, DURATION_RULE)
  .refine((text) => parseDuration(text) !== undefined, DURATION_RULE);

export const groupName = matching(
  /^[\w-]{1,255}$/,
  'must be the name of a profiling group: letters, digits, _ and -, at most 255',
);

export const farmId = matching(/^farm-[0-9a-f]{32}$/, 'must be farm- and 32 hexadecimal digits');
export const aggregationId = matching(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits');

export const canaryName = matching(
  /^[0-9a-z_-]{1,255}$/,
  'must be the name of a canary: small letters, digits, _ and -, at most 255',
);

export const dryRunId = matching(
  /^[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/,
  'must be the id of a dry run, such as 1b4d2f6a-0c3e-4f5a-8b7c-9d0e1f2a3b4c',
);

/** A page token; an empty one means the first page, as none does. */
export function pageToken(pattern: RegExp) {
  const rule = 'must be the nextToken of the page before';
  return z
    .string({ error: rule })
    .refine((token) => token === '' || pattern.test(token), rule)
    .transform((token) => token || undefined);
}

/** 1–10 ids with a prefix, each once. */
export function idList(prefix: 'queue' | 'fleet') {
  const rule = `must hold 1 to 10 different ids, each ${prefix}- and 32 hexadecimal digits`;
  return z
    .array(matching(new RegExp(`^${prefix}-[0-9a-f]{32}$`), rule), { error: rule })
    .min(1, rule)
    .max(10, rule)
    .refine(allDifferent, rule);
}

/** From one to `most` of the choices, each once. */
export function someOf<const Choices extends readonly [string, ...string[]]>(choices: Choices, most: number) {
  const rule = `must hold 1 to ${most} different of ${choices.join(', ')}`;
  return z
    .array(z.enum(choices, { error: rule }), { error: rule })
    .min(1, rule)
    .max(most, rule)
    .refine(allDifferent, rule);
}

const allDifferent = (items: readonly string[]) => new Set(items).size === items.length;
