import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettableClock } from '@/lib/local-aws/clock';
import { importSessions } from '@/lib/local-aws/deadline/import/import-sessions';
import { startLocalAws } from '@/lib/local-aws/server';
import { Database } from '@/lib/local-aws/store/database';
import { DAY } from '@/lib/time/duration';
import { type Figure, medianOfFive, report, timed } from './figure';

/**
 * local-aws with five million imported sessions of one farm: its start, daily statistics by two keys from Start to COMPLETED,
 * and the peak memory of its process.
 */
const SESSIONS = 5_000_000;
const DAYS = 60;
const TO = Date.parse('2026-11-24T00:00:00Z');
const FROM = TO - DAYS * DAY;
const QUEUES = 10;

const id = (kind: string, n: string | number) => `format('${kind}-{:032x}', (${n})::BIGINT)`;
const FARM = `farm-${'0'.repeat(31)}1`;
const QUEUE_IDS = Array.from({ length: QUEUES }, (_, n) => `queue-${n.toString(16).padStart(32, '0')}`);

/** Imports sessions of some 30,000 jobs and 60 users, in order of their start. */
async function fill(folder: string): Promise<void> {
  const file = join(folder, 'sessions.parquet');
  const database = await Database.open(folder);
  await database.run(
    `COPY (
       SELECT '${FARM}' AS farm, 'Large' AS farm_name, ${id('queue', `job % ${QUEUES}`)} AS queue,
         ${id('fleet', 'hash(n, 1) % 6')} AS fleet, ${id('job', 'job')} AS job,
         'sq' || job % 12 || '_sh' || job || '_lighting' AS job_name, 'user-' || job % 60 AS "user",
         if(licence, 'LICENSE', 'COMPUTE') AS usage_type,
         if(licence, NULL, 'c6i.' || hash(n, 2) % 8 || 'xlarge') AS instance_type,
         if(licence, 'Product ' || hash(n, 3) % 8, NULL) AS license_product,
         make_timestamp(started_at * 1000) AS started,
         make_timestamp((started_at + 60000 + (hash(n, 4) % 10000000)::BIGINT) * 1000) AS ended,
         (hash(n, 5) % 5000000)::BIGINT / 1e6 AS cost_usd
       FROM (
         SELECT n, n // 500 * 3 + (hash(n, 6) % 40)::BIGINT AS job, hash(n, 7) % 3 = 0 AS licence,
           ${FROM} + n * ${DAYS * DAY} // ${SESSIONS} AS started_at
         FROM range(${SESSIONS}) sessions(n)
       )
     ) TO '${file}' (FORMAT parquet)`,
  );
  const { added } = await importSessions(database, file, { dryRun: false, skipRejected: false });
  if (added !== SESSIONS) throw new Error(`Only ${added} sessions were imported.`);
  database.close();
  await rm(file);
}

async function serve(folder: string): Promise<void> {
  const clock = new SettableClock(TO + DAY);
  const local = await startLocalAws({
    folder,
    clock,
    sample: false,
    aggregationMs: 0,
    port: 0,
    admin: false,
  });
  process.send?.(local.url);
  process.on('disconnect', () => local.close());
}

async function json<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Starts an aggregation and polls until it is COMPLETED. */
async function aggregate(url: string, groupBy: string[]): Promise<void> {
  const path = `${url}/2023-10-12/farms/${FARM}/sessions-statistics-aggregation`;
  const { aggregationId } = await json<{ aggregationId: string }>(path, {
    method: 'POST',
    body: JSON.stringify({
      resourceIds: { queueIds: QUEUE_IDS },
      startTime: new Date(FROM).toISOString(),
      endTime: new Date(TO).toISOString(),
      timezone: 'UTC+05:30',
      period: 'DAILY',
      groupBy,
      statistics: ['SUM', 'MIN', 'MAX', 'AVG'],
    }),
  });
  for (;;) {
    const { status } = await json<{ status: string }>(`${path}?aggregationId=${aggregationId}`);
    if (status === 'COMPLETED') return;
    if (status !== 'IN_PROGRESS') throw new Error(`The aggregation is ${status}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Peak resident memory of a process in MiB, on Linux. */
async function peakResidentMib({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}

async function measure(folder: string): Promise<Figure[]> {
  let child: ChildProcess | undefined;
  let url = '';
  const start = await timed(async () => {
    child = fork(import.meta.filename, ['--serve', folder]);
    url = String((await once(child, 'message'))[0]);
    await json(`${url}/2023-10-12/farms`);
  });
  if (!child) throw new Error('The server did not start.');
  const jobs = `${url}/2023-10-12/farms/${FARM}/queues/${QUEUE_IDS[0]}/jobs`;
  const figures: Figure[] = [
    { name: 'start to first response', value: start, limit: 3000, unit: 'ms' },
    {
      name: 'queue and user, daily, first time',
      value: await timed(() => aggregate(url, ['QUEUE_ID', 'USER_ID'])),
      limit: 1000,
      unit: 'ms',
    },
  ];
  for (const keys of [
    ['QUEUE_ID', 'USER_ID'],
    ['FLEET_ID', 'INSTANCE_TYPE'],
    ['JOB_ID', 'USAGE_TYPE'],
  ]) {
    const value = await medianOfFive(() => aggregate(url, keys));
    figures.push({ name: `${keys.join(' and ')}, daily`, value, limit: 1000, unit: 'ms' });
  }
  figures.push({
    name: 'page of 100 jobs',
    value: await medianOfFive(() => json(jobs)),
    limit: 1000,
    unit: 'ms',
  });
  figures.push({
    name: 'peak resident memory',
    value: await peakResidentMib(child),
    limit: 1024,
    unit: 'MiB',
  });
  const exited = once(child, 'exit');
  child.disconnect();
  await exited;
  return figures;
}

if (process.argv[2] === '--serve') {
  await serve(String(process.argv[3]));
} else {
  const folder = await mkdtemp(join(tmpdir(), 'triptych-farm-bench-'));
  try {
    await fill(folder);
    await report('local-aws-farm', await measure(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}
