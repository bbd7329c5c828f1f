import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettableClock } from '@/lib/local-aws/clock';
import { createFarmTables } from '@/lib/local-aws/deadline/farm-tables';
import { createSessionRecords } from '@/lib/local-aws/deadline/session-records';
import { startLocalAws } from '@/lib/local-aws/server';
import { Database } from '@/lib/local-aws/store/database';
import { DAY } from '@/lib/time/duration';
import { type Figure, medianOfFive, report, timed } from './figure';

/**
 * What local-aws does with five million sessions of one farm: its start, two-key daily statistics from Start to
 * COMPLETED, and the memory of its process, which has nothing else to do.
 */
const SESSIONS = 5_000_000;
const DAYS = 60;
const TO = Date.parse('2026-11-24T00:00:00Z');
const FROM = TO - DAYS * DAY;
const QUEUES = 10;

const id = (kind: string, n: string | number) => `format('${kind}-{:032x}', (${n})::BIGINT)`;
const FARM = `farm-${'0'.repeat(31)}1`;
const QUEUE_IDS = Array.from({ length: QUEUES }, (_, n) => `queue-${n.toString(16).padStart(32, '0')}`);

/** Sessions in the order of their starts, as an import sorts them; some 30,000 jobs of 60 users. */
async function fill(folder: string): Promise<void> {
  const database = await Database.open(folder);
  await createSessionRecords(database);
  await createFarmTables(database);
  await database.run(
    `INSERT INTO session_record
     SELECT '${FARM}', ${id('queue', `job % ${QUEUES}`)}, ${id('fleet', 'hash(n, 1) % 6')}, ${id('job', 'job')},
       'sq' || job % 12 || '_sh' || job || '_lighting', 'user-' || job % 60,
       if(licence, 'LICENSE', 'COMPUTE'), if(licence, NULL, 'c6i.' || hash(n, 2) % 8 || 'xlarge'),
       if(licence, 'Product ' || hash(n, 3) % 8, NULL),
       started_at, started_at + 60000 + (hash(n, 4) % 10000000)::BIGINT, (hash(n, 5) % 5000000)::BIGINT
     FROM (
       SELECT n, n // 500 * 3 + (hash(n, 6) % 40)::BIGINT AS job, hash(n, 7) % 3 = 0 AS licence,
         ${FROM} + n * ${DAYS * DAY} // ${SESSIONS} AS started_at
       FROM range(${SESSIONS}) sessions(n)
     )`,
  );
  await database.run(`INSERT INTO imported_farm VALUES ('${FARM}', 'Large', ${FROM})`);
  for (const queueId of QUEUE_IDS) {
    await database.run(`INSERT INTO imported_queue VALUES ('${FARM}', '${queueId}', '${queueId}', ${FROM})`);
  }
  await database.run(
    `INSERT INTO imported_job
     SELECT farm_id, queue_id, job_id, max(job_name), min(user_id), min(started_at), max(started_at)
     FROM session_record GROUP BY ALL`,
  );
  database.close();
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

/** Starts an aggregation and asks until it is COMPLETED. */
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
    if (status !== 'IN_PROGRESS') throw new Error(`the aggregation is ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The most memory that a process has had resident, in MiB, on Linux. */
async function mostResident({ pid }: ChildProcess): Promise<number> {
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
  if (!child) throw new Error('no server');
  const jobs = `${url}/2023-10-12/farms/${FARM}/queues/${QUEUE_IDS[0]}/jobs`;
  const figures: Figure[] = [
    { name: 'start to first answer', value: start, limit: 3000, unit: 'ms' },
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
  figures.push({ name: 'most resident memory', value: await mostResident(child), limit: 1024, unit: 'MiB' });
  const gone = once(child, 'exit');
  child.disconnect();
  await gone;
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
