import { z } from 'zod';
import { ProblemError } from '@/lib/answer/problem';
import { s3Folder } from '@/lib/canary/artifacts/s3-folder';
import { LOG_LEVELS } from './log/levels';

const text = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);

const endpoint = text.pipe(z.url({ protocol: /^https?$/ }).optional());

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
  /** What a program must send to read /metrics; without it there are none. */
  TRIPTYCH_METRICS_TOKEN: text.pipe(z.string().min(16).max(512).optional()),
  /** What a program must send to add notes; without it none can. */
  TRIPTYCH_NOTES_TOKEN: text.pipe(z.string().min(16).max(512).optional()),
  /** Maximum size of the archive on disk, MiB; 0 turns any archive off. */
  TRIPTYCH_ARCHIVE_MIB: text
    .transform((value) => (value === undefined ? 2048 : Number(value)))
    .pipe(z.number().int().min(0).max(1_048_576)),
  /** The file with the configuration, relative to TRIPTYCH_FOLDER; by default triptych.config.json, if there is one. */
  TRIPTYCH_CONFIG: text,
  /** The folder in which the dashboard was started; its server runs in another one. */
  TRIPTYCH_FOLDER: text,
  /** Time limit of a call to AWS including its retries, milliseconds. */
  TRIPTYCH_AWS_TIMEOUT_MS: text
    .transform((value) => (value === undefined ? 15_000 : Number(value)))
    .pipe(z.number().int().min(1).max(300_000)),
});

export type Env = z.output<typeof schema>;

const NAMES = Object.keys(schema.shape);

/** The environment as it was validated last, because thousands of calls a second ask for it. */
let valid: { values: (string | undefined)[]; env: Env } | undefined;

/**
 * The validated environment, read on every call so that no value is fixed at build time. Throws a ProblemError
 * that names the invalid variables.
 */
export function env(): Env {
  const values = NAMES.map((name) => process.env[name]);
  if (valid && values.every((value, at) => value === valid?.values[at])) return valid.env;
  const parsed = schema.safeParse(process.env);
  if (parsed.success) {
    valid = { values, env: parsed.data };
    return valid.env;
  }
  const names = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].join(', ');
  throw new ProblemError({
    code: 'BadConfiguration',
    message: `An environment variable of the dashboard’s server is invalid: ${names}. Correct it and restart.`,
    status: 503,
    retryable: false,
  });
}
