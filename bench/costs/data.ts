import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { importSessions } from '@/lib/local-aws/deadline/import/import-sessions';
import { Database } from '@/lib/local-aws/store/database';
import { DAY, HOUR } from '@/lib/time/duration';

/** Midnight after the newest session. */
export const TO = Date.parse('2026-11-24T00:00:00Z');
export const DAYS = 60;
const QUEUES = 7;
const USERS = 5;
const HOURS = (DAYS * DAY) / HOUR;
/** A job runs for three hours, so there are thousands of them. */
const HOURS_OF_JOB = 3;

/** Rows by any two of queue, user and job: one for each hour, queue and user. */
export const ROWS = HOURS * QUEUES * USERS;

const id = (kind: string, n: string | number) => `format('${kind}-{:032x}', (${n})::BIGINT)`;
export const FARM = `farm-${'0'.repeat(31)}1`;
export const QUEUE_IDS = Array.from(
  { length: QUEUES },
  (_, n) => `queue-${n.toString(16).padStart(32, '0')}`,
);

/** Imports one session for each hour of 60 days, queue and user. */
export async function fill(folder: string): Promise<void> {
  const file = join(folder, 'sessions.parquet');
  const database = await Database.open(folder);
  await database.run(
    `COPY (
       SELECT '${FARM}' AS farm, 'Large' AS farm_name, ${id('queue', `pair % ${QUEUES}`)} AS queue,
         ${id('fleet', 'pair % 3')} AS fleet,
         ${id('job', `hour // ${HOURS_OF_JOB} * ${QUEUES * USERS} + pair`)} AS job,
         'sq' || pair || '_sh' || hour // ${HOURS_OF_JOB} || '_lighting' AS job_name, 'user-' || pair // ${QUEUES} AS "user",
         'COMPUTE' AS usage_type, 'c6i.' || pair % 4 || 'xlarge' AS instance_type, NULL AS license_product,
         make_timestamp((${TO - DAYS * DAY} + hour * ${HOUR} + 600000) * 1000) AS started,
         make_timestamp((${TO - DAYS * DAY} + hour * ${HOUR} + 600000 + (hash(n, 1) % 3000000)::BIGINT) * 1000) AS ended,
         (hash(n, 2) % 5000000)::BIGINT / 1e6 AS cost_usd
       FROM (SELECT n, n // ${QUEUES * USERS} AS hour, n % ${QUEUES * USERS} AS pair FROM range(${ROWS}) sessions(n))
     ) TO '${file}' (FORMAT parquet)`,
  );
  const { added } = await importSessions(database, file, { dryRun: false, skipRejected: false });
  if (added !== ROWS) throw new Error(`Only ${added} sessions were imported.`);
  database.close();
  await rm(file);
}
