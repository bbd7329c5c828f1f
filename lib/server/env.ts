import { z } from 'zod';
import { ProblemError } from '@/lib/answer/problem';
import { s3Folder } from '@/lib/canary/artifacts/s3-folder';
import { LOG_LEVELS } from './log/levels';

const text = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);

const endpoint = text.pipe(z.url({ protocol: /^https?$/ }).optional());

/** Values with commas between them. */
const list = text.transform((value) =>
  value
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

const count = (byDefault: number, min: number, max: number) =>
  text
    .transform((value) => (value === undefined ? byDefault : Number(value)))
    .pipe(z.number().int().min(min).max(max));

const flag = z
  .string()
  .optional()
  .transform((value) => value === '1');

const schema = z.object({
  AWS_REGION: text,
  AWS_DEFAULT_REGION: text,
  AWS_PROFILE: text,
  AWS_CONFIG_FILE: text,
  AWS_ENDPOINT_URL: endpoint,
  AWS_ENDPOINT_URL_CODEGURUPROFILER: endpoint,
  AWS_ENDPOINT_URL_DEADLINE: endpoint,
  AWS_ENDPOINT_URL_S3: endpoint,
  AWS_ENDPOINT_URL_SYNTHETICS: endpoint,
  /** A fixed clock for tests: ISO-8601, parsed to epoch milliseconds. */
  TRIPTYCH_NOW: text.pipe(z.iso.datetime().transform(Date.parse).optional()),
  /** The public host name that the server answers for besides loopback, with a port if it has one. */
  TRIPTYCH_HOST: text,
  TRIPTYCH_SELF_PROFILE: flag,
  /** Folder of the archive and of shared links, unless these are in a bucket. */
  TRIPTYCH_DATA: text,
  /** A file whose modification time is when answers for the past last changed; local-aws writes it. */
  TRIPTYCH_PAST_CHANGED_FILE: text,
  /** URL of the local-aws that was started with this dashboard; never set against AWS. Files may be pushed to it. */
  TRIPTYCH_LOCAL_AWS: endpoint,
  /** Where the archive and shared links are, as `s3://bucket/prefix`, instead of in the data folder. */
  TRIPTYCH_ARCHIVE: text.transform((value, context) => {
    const folder = value?.startsWith('s3://') ? s3Folder(value) : undefined;
    if (value !== undefined && !folder) context.addIssue('must be s3://bucket/prefix');
    return folder;
  }),
  /** Which lines are logged; `npm start` shows warnings and errors as sentences unless it is set. */
  TRIPTYCH_LOG_LEVEL: text.pipe(z.enum(LOG_LEVELS).default('info')),
  /** The file to which is added who opened, read and changed what; by default standard output, once people sign in. */
  TRIPTYCH_AUDIT_LOG: text,
  /** How many requests a person may send in a minute. */
  TRIPTYCH_REQUESTS_PER_MINUTE: count(1200, 60, 1_000_000),
  /** What a program must send to read /metrics; without it there are none. */
  TRIPTYCH_METRICS_TOKEN: text.pipe(z.string().min(16).max(512).optional()),
  /** What a program must send to add notes; without it none can. */
  TRIPTYCH_NOTES_TOKEN: text.pipe(z.string().min(16).max(512).optional()),
  /** Where alerts are posted, and what signs them. */
  TRIPTYCH_ALERT_URL: endpoint,
  TRIPTYCH_ALERT_SECRET: text.pipe(z.string().min(16).max(512).optional()),
  /** Maximum size of the archive on disk, MiB; 0 turns any archive off. */
  TRIPTYCH_ARCHIVE_MIB: count(2048, 0, 1_048_576),
  /** Maximum size of what is recorded on disk, MiB. */
  TRIPTYCH_RECORD_MIB: count(4096, 1, 1_048_576),
  /** Maximum sum of the sizes of all shared links, MiB. */
  TRIPTYCH_LINKS_MIB: count(10_240, 1, 16_777_216),
  /** The file with the configuration, relative to TRIPTYCH_FOLDER; by default triptych.config.json, if there is one. */
  TRIPTYCH_CONFIG: text,
  /** The folder in which the dashboard was started; its server runs in another one. */
  TRIPTYCH_FOLDER: text,
  /** Time limit of a call to AWS including its retries, milliseconds. */
  TRIPTYCH_AWS_TIMEOUT_MS: count(15_000, 1, 300_000),
  /** Maximum number of requests a second for each operation of AWS. */
  TRIPTYCH_AWS_REQUESTS_PER_SECOND: count(500, 1, 10_000),
  /** The address on which the server listens; Next listens on all without it. */
  HOSTNAME: text,
  /** Who may open the dashboard: everybody on this machine, or who signs in with a provider or in front of the dashboard. */
  TRIPTYCH_SIGN_IN: text.pipe(z.enum(['none', 'oidc', 'jwt']).default('none')),
  /** The address under which people open the dashboard, such as https://triptych.example.com. */
  TRIPTYCH_URL: endpoint,
  /** What encrypts sessions: the first secret; the others still decrypt. */
  TRIPTYCH_SESSION_SECRETS: list.pipe(z.array(z.string().min(32).max(512)).min(1).max(5).optional()),
  /** How long a session lasts without a request, and at most. */
  TRIPTYCH_SESSION_IDLE_MINUTES: count(120, 1, 43_200),
  TRIPTYCH_SESSION_HOURS: count(12, 1, 720),
  TRIPTYCH_OIDC_ISSUER: endpoint,
  TRIPTYCH_OIDC_CLIENT_ID: text,
  TRIPTYCH_OIDC_CLIENT_SECRET: text,
  TRIPTYCH_OIDC_SCOPE: text,
  /** The claim with a person's groups, and the values of it that make a viewer or an operator. */
  TRIPTYCH_ROLE_CLAIM: text,
  TRIPTYCH_VIEWERS: list,
  TRIPTYCH_OPERATORS: list,
  /** The header with the token of what is in front of the dashboard, and the keys it is signed with. */
  TRIPTYCH_JWT_HEADER: text.pipe(
    z
      .string()
      .regex(/^[\w-]{1,100}$/)
      .optional(),
  ),
  TRIPTYCH_JWT_KEYS: endpoint,
  TRIPTYCH_JWT_ISSUER: text,
  TRIPTYCH_JWT_AUDIENCE: text,
  TRIPTYCH_JWT_ALGORITHMS: list.pipe(
    z
      .array(z.enum(['ES256', 'ES384', 'ES512', 'PS256', 'RS256', 'EdDSA']))
      .min(1)
      .optional(),
  ),
  /** The load balancer that alone may sign tokens. */
  TRIPTYCH_ALB_ARN: text.pipe(
    z
      .string()
      .regex(/^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:loadbalancer\/app\/[\w./-]+$/)
      .optional(),
  ),
});

export type Env = z.output<typeof schema>;

const NAMES = Object.keys(schema.shape);

/** The environment as it was validated last: thousands of calls a second ask for it, and reading a variable is a call to the system. */
let valid: { values: (string | undefined)[]; env: Env } | undefined;

/**
 * The environment, validated when it is asked for first, so that no value is fixed at build time, and in tests again after each change.
 * Throws a ProblemError that names the invalid variables.
 */
export function env(): Env {
  if (valid && process.env.NODE_ENV === 'production') return valid.env;
  const values = NAMES.map((name) => process.env[name]);
  if (valid && values.every((value, at) => value === valid?.values[at])) return valid.env;
  const parsed = schema.safeParse(process.env);
  if (parsed.success) {
    valid = { values, env: parsed.data };
    return valid.env;
  }
  const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].join(', ');
  throw new ProblemError({
    code: 'BadConfiguration',
    message: `An environment variable of the dashboard’s server is invalid: ${names}. Correct it and restart.`,
    status: 503,
    retryable: false,
  });
}
