import { z } from 'zod';
import { ARTIFACT_NAME } from '@/lib/canary/artifacts/run-artifacts';
import { CANARY_NAME, DRY_RUN_ID } from '@/lib/canary/ids';
import { FARM_ID, FLEET_ID, JOB_ID, QUEUE_ID } from '@/lib/farm/ids';
import { MAX_JOBS_AT_ONCE } from '@/lib/farm/jobs/job-names';
import { MAX_RESOURCES } from '@/lib/farm/plan/plan-aggregations';
import { GROUP_NAME } from '@/lib/profile/view/profiling-group';
import { parseDuration } from '@/lib/time/duration';
import { isCalendarDay, MAX_INSTANT } from '@/lib/time/instant';

/** A text of a given form. The rule completes a sentence that begins with the field's name. */
const matching = (pattern: RegExp, rule: string) => z.string({ error: rule }).regex(pattern, rule);

/** A whole number in decimal digits. */
export function wholeNumber(min: number, max: number) {
  const rule = `must be a whole number from ${min} to ${max}`;
  return matching(/^\d{1,9}$/, rule)
    .transform(Number)
    .pipe(z.number({ error: rule }).min(min, rule).max(max, rule));
}

export const oneOf = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  z.enum(choices, { error: `must be one of ${choices.join(', ')}` });

const INSTANT_RULE = 'must be a date and time with its zone, such as 2026-06-01T13:15:02Z';

/** ISO-8601 with a zone, as epoch milliseconds. */
export const instant = matching(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/,
  INSTANT_RULE,
)
  .refine(isCalendarDay, INSTANT_RULE)
  .transform((text) => Date.parse(text))
  .pipe(z.number({ error: INSTANT_RULE }));

/** Arguments of `refine` for an object with both times. */
export const END_AFTER_START = [
  ({ startTime, endTime }: { startTime: number; endTime: number }): boolean => endTime > startTime,
  { path: ['endTime'], message: 'must be after startTime' },
] as const satisfies [unknown, { path: string[]; message: string }];

const EPOCH_RULE = 'must be an instant in milliseconds since 1970';

/** Epoch milliseconds as a number. */
export const epochNumber = z
  .number({ error: EPOCH_RULE })
  .int(EPOCH_RULE)
  .min(0, EPOCH_RULE)
  .max(MAX_INSTANT, EPOCH_RULE);

/** Epoch milliseconds in decimal digits. */
export const epochMs = matching(/^\d{1,15}$/, EPOCH_RULE)
  .transform(Number)
  .pipe(epochNumber);

const DURATION_RULE = 'must be an ISO-8601 duration above zero, without years or months, such as PT1H';

export const duration = z
  .string({ error: DURATION_RULE })
  .max(64, DURATION_RULE)
  .refine((text) => parseDuration(text) !== undefined, DURATION_RULE);

export const groupName = matching(
  GROUP_NAME,
  'must be the name of a profiling group: 1 to 255 letters, digits, _ and -',
);

/** Name of a file without its folder, for sentences about it. */
export const fileName = matching(
  /^[^\p{Cc}/\\]{1,255}$/u,
  'must be the name of a file without its folder, at most 255 characters',
);

export const farmId = matching(FARM_ID, 'must be farm- and 32 hexadecimal digits');
export const queueId = matching(QUEUE_ID, 'must be queue- and 32 hexadecimal digits');

const JOBS_RULE = `must be 1 to ${MAX_JOBS_AT_ONCE} different ids with commas between them, each job- and 32 hexadecimal digits`;

export const jobIds = z
  .string({ error: JOBS_RULE })
  .transform((text) => text.split(','))
  .refine((ids) => ids.length <= MAX_JOBS_AT_ONCE, JOBS_RULE)
  .refine((ids) => areDifferent(ids) && ids.every((id) => JOB_ID.test(id)), JOBS_RULE);

export const canaryName = matching(
  CANARY_NAME,
  'must be the name of a canary: 1 to 255 lower-case letters, digits, _ and -',
);

/** Any place in S3, since the prefix of a canary's artifacts can be chosen. */
export const runLocation = matching(
  /^[^/].{0,1099}$/,
  'must be the location of a run’s artifacts: bucket/prefix, without s3://, at most 1100 characters',
);

export const artifactName = matching(
  ARTIFACT_NAME,
  'must be the name of a file, with the folders in that of the run, at most 200 characters',
);

export const dryRunId = matching(
  DRY_RUN_ID,
  'must be the id of a dry run, such as 1b4d2f6a-0c3e-4f5a-8b7c-9d0e1f2a3b4c',
);

/** A page token; an empty one means the first page, like none. */
export function pageToken(pattern: RegExp) {
  const rule = 'must be the nextToken of the previous page';
  return z
    .string({ error: rule })
    .refine((token) => token === '' || pattern.test(token), rule)
    .transform((token) => token || undefined);
}

export const queueIds = idList('queue', QUEUE_ID);
export const fleetIds = idList('fleet', FLEET_ID);

/** Different ids, as many as a query of costs may have. */
function idList(prefix: 'queue' | 'fleet', pattern: RegExp) {
  const rule = `must have 1 to ${MAX_RESOURCES} different ids, each ${prefix}- and 32 hexadecimal digits`;
  return z
    .array(matching(pattern, rule), { error: rule })
    .min(1, rule)
    .max(MAX_RESOURCES, rule)
    .refine(areDifferent, rule);
}

/** From one to `max` different choices. */
export function someOf<const Choices extends readonly [string, ...string[]]>(choices: Choices, max: number) {
  const rule = `must have 1 to ${max} different values of ${choices.join(', ')}`;
  return z
    .array(z.enum(choices, { error: rule }), { error: rule })
    .min(1, rule)
    .max(max, rule)
    .refine(areDifferent, rule);
}

export function areDifferent(items: readonly string[]): boolean {
  return new Set(items).size === items.length;
}
