import { z } from 'zod';
import { parseSchedule } from '@/lib/canary/schedule';
import { SECOND } from '@/lib/time/duration';
import { type CanarySpec, METHODS, type Step } from './canary-spec';
import { jsonErrorPlace } from './json-error';
import { nextTimeOf } from './schedule';

export const CANARIES_FILE = 'canaries.json';

/** Quotas of AWS. */
const MAX_CANARIES_PER_GROUP = 10;
const MAX_GROUPS_PER_CANARY = 10;
const MAX_GROUPS = 20;

const MAX_CANARIES = 500;
const MAX_STEPS = 50;
const MAX_EXPECTED_TEXT_LENGTH = 10_000;

const text = (maxLength: number) =>
  z.string().min(1, 'must not be empty').max(maxLength, `must be at most ${maxLength} characters`);

const integer = (min: number, max: number) =>
  z
    .number(`must be a whole number from ${min} to ${max}`)
    .int(`must be a whole number from ${min} to ${max}`)
    .min(min, `must be at least ${min}`)
    .max(max, `must be at most ${max}`);

const url = text(2048).refine(isPlainUrl, 'must be an http or https URL without user and password');

const method = z.enum(METHODS, `must be one of ${METHODS.join(', ')}`);

const expectations = {
  expectedStatus: integer(200, 599).optional(),
  expectedText: text(MAX_EXPECTED_TEXT_LENGTH).optional(),
  maxMs: integer(1, 840_000).optional(),
};

const step = z.strictObject({ name: text(255), url, method: method.default('GET'), ...expectations });

const schedule = text(1024).superRefine((expression, context) => {
  try {
    if (nextTimeOf(expression, 0)(0) !== undefined) return;
    context.addIssue({ code: 'custom', message: 'never comes' });
  } catch (error) {
    context.addIssue({ code: 'custom', message: `is invalid: ${(error as Error).message}` });
  }
});

const groupName = text(64);

const canary = z
  .strictObject({
    name: text(255).regex(/^[0-9a-z_-]+$/, 'must consist of lower-case letters, digits, _ and -'),
    url: url.optional(),
    method: method.optional(),
    ...expectations,
    steps: z
      .array(step)
      .min(1, 'must have a step')
      .max(MAX_STEPS, `must be at most ${MAX_STEPS} steps`)
      .optional(),
    schedule,
    timeoutSeconds: integer(3, 840).default(60),
    maxRetries: integer(0, 2).default(0),
    successRetentionDays: integer(1, 1024).default(31),
    failureRetentionDays: integer(1, 1024).default(31),
    groups: z
      .array(groupName)
      .max(MAX_GROUPS_PER_CANARY, `must be at most ${MAX_GROUPS_PER_CANARY} groups`)
      .default([])
      .transform((groups) => [...new Set(groups)]),
    browsers: z
      .array(z.enum(['CHROME', 'FIREFOX'], 'must be CHROME or FIREFOX'))
      .min(1, 'must have a browser')
      .transform((browsers) => [...new Set(browsers)])
      .optional(),
  })
  .superRefine(
    ({ url, steps, method, expectedStatus, expectedText, maxMs, schedule, timeoutSeconds }, context) => {
      const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
      if ((url === undefined) === (steps === undefined)) refuse([], 'must have either url or steps');
      const urlOption = method ?? expectedStatus ?? expectedText ?? maxMs;
      if (steps && urlOption !== undefined)
        refuse(['steps'], 'have their own method, expectedStatus, expectedText and maxMs');
      const rate = parseSchedule(schedule);
      if (rate?.kind === 'interval' && timeoutSeconds * SECOND > rate.everyMs)
        refuse(['timeoutSeconds'], 'must not be longer than the time between two runs');
    },
  );

const file = z.strictObject({
  canaries: z.array(z.unknown()).max(MAX_CANARIES, `must be at most ${MAX_CANARIES} canaries`),
});

/** A canary of the file: its configuration, and its entry as written. */
export type FileCanary = { spec: CanarySpec; entry: unknown };

/**
 * Parses canaries.json. `reservedNames` belong to other canaries. Throws an Error that names the place of the first
 * error.
 */
export function parseCanariesFile(content: string, reservedNames: ReadonlySet<string>): FileCanary[] {
  const { canaries } = parseWith(file, parseJson(content), '');
  const names = new Set<string>();
  const members = new Map<string, number>();
  return canaries.map((entry, i) => {
    const place = `canaries[${i}]`;
    const spec = parseCanaryEntry(entry, place);
    if (reservedNames.has(spec.name))
      throw new Error(`${place}.name: ${spec.name} is the name of another canary.`);
    if (names.has(spec.name)) throw new Error(`${place}.name: ${spec.name} is a duplicate name.`);
    names.add(spec.name);
    for (const group of spec.groups) {
      const count = (members.get(group) ?? 0) + 1;
      members.set(group, count);
      if (count > MAX_CANARIES_PER_GROUP)
        throw new Error(`${place}.groups: ${group} has more than ${MAX_CANARIES_PER_GROUP} canaries.`);
      if (members.size > MAX_GROUPS)
        throw new Error(`${place}.groups: there are more than ${MAX_GROUPS} groups.`);
    }
    return { spec, entry };
  });
}

/** Parses one entry of the file. Throws an Error that names the place of the first error, starting with `place`. */
export function parseCanaryEntry(entry: unknown, place: string): CanarySpec {
  const {
    url,
    method = 'GET',
    expectedStatus,
    expectedText,
    maxMs,
    steps,
    ...spec
  } = parseWith(canary, entry, place);
  const singleStep: Step[] = url === undefined ? [] : [{ url, method, expectedStatus, expectedText, maxMs }];
  return { ...spec, steps: steps ?? singleStep };
}

function parseJson(content: string): unknown {
  const text = content.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${jsonErrorPlace(text) ?? 'the nesting'}: this is not JSON.`);
  }
}

function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: string,
): z.output<Schema> {
  const result = schema.safeParse(value, { error: messageOf });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const fullPath = (issue?.path ?? []).reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}.${String(key)}`),
    place,
  );
  throw new Error(`${fullPath.replace(/^\./, '') || 'the file'}: ${issue?.message}.`);
}

/** Messages for objects, whose schemas have none of their own. */
function messageOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys')
    return `has no field ${issue.keys.map((key) => key.slice(0, 80)).join(', ')}`;
  if (issue.code === 'invalid_type')
    return issue.input === undefined
      ? 'is missing'
      : `must be ${TYPE_NAMES.get(issue.expected) ?? issue.expected}`;
  return undefined;
}

const TYPE_NAMES = new Map([
  ['array', 'a list'],
  ['object', 'an object'],
  ['string', 'text'],
]);

function isPlainUrl(text: string): boolean {
  try {
    const { protocol, username, password } = new URL(text);
    return /^https?:$/.test(protocol) && username === '' && password === '';
  } catch {
    return false;
  }
}
