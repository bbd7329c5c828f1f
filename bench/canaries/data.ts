import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TEST_NOW } from '@/e2e/servers';
import { SettableClock } from '@/lib/local-aws/clock';
import { startLocalAws } from '@/lib/local-aws/server';
import { Database } from '@/lib/local-aws/store/database';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';

export const NOW = Date.parse(TEST_NOW);
const LOCATIONS = 51;
/** Number of all canaries. */
const LISTED = 500;

/** Canaries of the bench, and the runs that they have. */
export const CANARIES = {
  /** Every minute for 31 days. */
  minute: { name: 'minute', ms: 31 * DAY, everyMs: MINUTE },
  /** Every minute for six hours, in 51 locations and two browsers. */
  places: { name: 'places', ms: 6 * HOUR, everyMs: MINUTE },
  /** For viewers of the same runs. */
  viewed: { name: 'viewed', ms: 2 * DAY, everyMs: MINUTE },
} as const;

/** The others, which only the list shows. */
const OTHERS = LISTED - Object.keys(CANARIES).length;
const otherName = (n: number) => `list-${String(n).padStart(3, '0')}`;
export const FIRST_OTHER = otherName(0);
const OTHERS_MS = DAY;
const OTHERS_EVERY_MS = 5 * MINUTE;

/** Creates the canaries and their runs in a data folder of local-aws. Canaries are older than their runs. */
export async function fill(folder: string): Promise<void> {
  const canary = (name: string, everyMs: number) => ({
    ...{
      name,
      url: 'http://127.0.0.1:1/',
      schedule: `rate(${everyMs / MINUTE} minute${everyMs > MINUTE ? 's' : ''})`,
    },
    ...{ successRetentionDays: 31, failureRetentionDays: 31 },
  });
  const canaries = [
    ...Object.values(CANARIES).map(({ name, everyMs }) => canary(name, everyMs)),
    ...Array.from({ length: OTHERS }, (_, n) => canary(otherName(n), OTHERS_EVERY_MS)),
  ];
  await writeFile(join(folder, 'canaries.json'), JSON.stringify({ canaries }));
  const clock = new SettableClock(NOW - 40 * DAY);
  const aws = await startLocalAws({ folder, clock, sample: false, port: 0, admin: false, canaryTickMs: 0 });
  await aws.close();
  const database = await Database.open(folder);
  const { minute, places, viewed } = CANARIES;
  for (const { name, ms, everyMs } of [minute, viewed]) await insert(database, `'${name}'`, ms, everyMs);
  await insert(database, `'${places.name}'`, places.ms, places.everyMs, 2 * LOCATIONS);
  await insert(database, `format('list-{:03d}', variant)`, OTHERS_MS, OTHERS_EVERY_MS, OTHERS, 'NULL, NULL');
  database.close();
}

/** Runs as the runner inserts them, oldest first, one in 50 failed, each with the location of its artifacts. */
async function insert(
  database: Database,
  name: string,
  ms: number,
  everyMs: number,
  variants = 1,
  variant = variants === 1
    ? 'NULL, NULL'
    : `CASE variant % 2 WHEN 0 THEN 'CHROME' ELSE 'FIREFOX' END, 'eu-west-' || variant // 2`,
): Promise<void> {
  const count = ms / everyMs;
  await database.run(`CREATE OR REPLACE TEMP TABLE made AS
    SELECT uuid() AS id, ${name} AS canary, ${NOW} - 5000 - (${count - 1} - n) * ${everyMs} + variant AS started,
      hash(n, variant) % 50 = 0 AS failed, variant
    FROM range(${count}) AS run(n), range(${variants}) AS variants(variant) ORDER BY n, variant`);
  await database.run(`INSERT INTO canary_runs
    SELECT id, canary, started, started + 900 + hash(id) % 2000, CASE WHEN failed THEN 'FAILED' ELSE 'PASSED' END,
      CASE WHEN failed THEN 'GET / answered 503' END, CASE WHEN failed THEN 'CANARY_FAILURE' END,
      CASE WHEN failed THEN 'FAILED' ELSE 'PASSED' END, uuid(), NULL, started, NULL, ${variant}
    FROM made ORDER BY started`);
  await database.run(`INSERT INTO canary_artifacts
    SELECT id, canary, started, 'bucket/canary/us-east-1/' || canary || '-0a1-0123456789ab/'
      || strftime(make_timestamp(started * 1000), '%Y/%m/%d/%H/%M-%S-%g') FROM made ORDER BY started`);
}
