import { z } from 'zod';
import { parseSchedule } from '@/lib/canary/schedule';
import { SECOND } from '@/lib/time/duration';
import { type CanarySpec, METHODS, type Step } from './canary-spec';
import { jsonFault } from './json-error';
import { nextFireOf } from './schedule';

export const CANARIES_FILE = 'canaries.json';

/** The service's own quotas: canaries in a group, groups of a canary, groups in all. */
const MOST_IN_GROUP = 10;
const MOST_GROUPS_OF_ONE = 10;
const MOST_GROUPS = 20;
const MOST_CANARIES = 500;
const MOST_STEPS = 50;
const LONGEST_TEXT = 10_000;

const text = (most: number) =>
  z.string().min(1, 'must not be empty').max(most, `must be ${most} characters at most`);

const whole = (min: number, max: number) =>
  z
    .number(`must be a whole number from ${min} to ${max}`)
    .int(`must be a whole number from ${min} to ${max}`)
    .min(min, `must be ${min} at least`)
    .max(max, `must be ${max} at most`);

const url = text(2048).refine(isPlainUrl, 'must be an http or https URL without user and password');

const method = z.enum(METHODS, `must be one of ${METHODS.join(', ')}`);

const expectations = {
  expectedStatus: whole(200, 599).optional(),
  expectedText: text(LONGEST_TEXT).optional(),
  maxMs: whole(1, 840_000).optional(),
};

const step = z.strictObject({ name: text(255), url, method: method.default('GET'), ...expectations });

const schedule = text(1024).superRefine((expression, context) => {
  try {
    if (nextFireOf(expression, 0)(0) !== undefined) return;
    context.addIssue({ code: 'custom', message: 'never comes' });
  } catch (error) {
    context.addIssue({ code: 'custom', message: `is not understood: ${(error as Error).message}` });
  }
});

const groupName = text(64);

const canary = z
  .strictObject({
    name: text(255).regex(/^[0-9a-z_-]+$/, 'must be of lower-case letters, digits, _ and -'),
    url: url.optional(),
    method: method.optional(),
    ...expectations,
    steps: z
      .array(step)
      .min(1, 'must have a step')
      .max(MOST_STEPS, `must be ${MOST_STEPS} steps at most`)
      .optional(),
    schedule,
    timeoutSeconds: whole(3, 840).default(60),
    maxRetries: whole(0, 2).default(0),
    successRetentionDays: whole(1, 1024).default(31),
    failureRetentionDays: whole(1, 1024).default(31),
    groups: z
      .array(groupName)
      .max(MOST_GROUPS_OF_ONE, `must be ${MOST_GROUPS_OF_ONE} groups at most`)
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
      const expects = method ?? expectedStatus ?? expectedText ?? maxMs;
      if (steps && expects !== undefined)
        refuse(['steps'], 'have method, expectedStatus, expectedText and maxMs of their own');
      const rate = parseSchedule(schedule);
      if (rate?.kind === 'interval' && timeoutSeconds * SECOND > rate.everyMs)
        refuse(['timeoutSeconds'], 'must not be longer than the time between two runs');
    },
  );

const file = z.strictObject({
  canaries: z.array(z.unknown()).max(MOST_CANARIES, `must be ${MOST_CANARIES} canaries at most`),
});

/** A canary of the file: what it is made of, and its entry as it stands there. */
export type FileCanary = { spec: CanarySpec; entry: unknown };

/**
 * Reads canaries.json. `taken` are names that other canaries have. Throws a sentence that names the place of the first
 * fault.
 */
export function parseCanariesFile(content: string, taken: ReadonlySet<string>): FileCanary[] {
  const { canaries } = checked(file, parseJson(content), '');
  const names = new Set<string>();
  const members = new Map<string, number>();
  return canaries.map((entry, i) => {
    const place = `canaries[${i}]`;
    const spec = parseCanaryEntry(entry, place);
    if (taken.has(spec.name)) throw new Error(`${place}.name: ${spec.name} is the name of another canary.`);
    if (names.has(spec.name)) throw new Error(`${place}.name: ${spec.name} is there twice.`);
    names.add(spec.name);
    for (const group of spec.groups) {
      const count = (members.get(group) ?? 0) + 1;
      members.set(group, count);
      if (count > MOST_IN_GROUP)
        throw new Error(`${place}.groups: ${group} has more than ${MOST_IN_GROUP} canaries.`);
      if (members.size > MOST_GROUPS)
        throw new Error(`${place}.groups: there are more than ${MOST_GROUPS} groups.`);
    }
    return { spec, entry };
  });
}

/** Reads one entry of the file. Throws a sentence that names the place below `place`. */
export function parseCanaryEntry(entry: unknown, place: string): CanarySpec {
  const {
    url,
    method = 'GET',
    expectedStatus,
    expectedText,
    maxMs,
    steps,
    ...spec
  } = checked(canary, entry, place);
  const only: Step[] = url === undefined ? [] : [{ url, method, expectedStatus, expectedText, maxMs }];
  return { ...spec, steps: steps ?? only };
}

function parseJson(content: string): unknown {
  const text = content.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${jsonFault(text) ?? 'its nesting'}: this is not JSON.`);
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, place: string): z.output<Schema> {
  const result = schema.safeParse(value, { error: wordsOf });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const at = (issue?.path ?? []).reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}.${String(key)}`),
    place,
  );
  throw new Error(`${at.replace(/^\./, '') || 'the file'}: ${issue?.message}.`);
}

/** What zod says of objects, which have no message of their own. */
function wordsOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys')
    return `has no field ${issue.keys.map((key) => key.slice(0, 80)).join(', ')}`;
  if (issue.code === 'invalid_type')
    return issue.input === undefined
      ? 'is missing'
      : `must be ${TYPE_WORDS.get(issue.expected) ?? issue.expected}`;
  return undefined;
}

const TYPE_WORDS = new Map([
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
