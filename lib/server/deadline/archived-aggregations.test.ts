import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SessionStatistics, StatisticsRequest } from '@/lib/farm/session-statistics';
import { SettableClock } from '@/lib/local-aws/clock';
import { type LocalAws, startLocalAws } from '@/lib/local-aws/server';
import { markPastChanged, PAST_CHANGED } from '@/lib/local-aws/store/past-changed';
import { DAY, HOUR } from '@/lib/time/duration';
import { Archive } from '../archive/archive';
import { archiveLater } from '../archive/archive-later';
import { processWide } from '../process-wide';
import { forgetEverything, pointAt, TEST_NOW, temporaryFolder } from '../test-support';
import { aggregationArchive } from './archived-aggregations';
import { getSessionsStatisticsAggregation } from './get-sessions-statistics-aggregation';
import { listFarms } from './list-farms';
import { listQueues } from './list-queues';
import { startSessionsStatisticsAggregation } from './start-sessions-statistics-aggregation';

let aws: LocalAws;
let clock: SettableClock;
let folder: string;
let removeFolder: () => Promise<void>;
let lastWeek: StatisticsRequest;

beforeAll(async () => {
  ({ folder, remove: removeFolder } = await temporaryFolder());
  clock = new SettableClock(TEST_NOW);
  aws = await startLocalAws({
    ...{ port: 0, admin: false, folder: join(folder, 'aws'), clock, sample: true, aggregationMs: 0 },
  });
  pointAt(aws.url);
  const farmId = (await listFarms(undefined)).data[0]?.farmId ?? '';
  lastWeek = {
    farmId,
    startTime: TEST_NOW - 9 * DAY,
    endTime: TEST_NOW - 2 * DAY,
    timezone: 'UTC+00:00',
    period: 'HOURLY',
    queueIds: (await listQueues(farmId)).data.map(({ queueId }) => queueId).slice(0, 10),
    groupBy: ['USER_ID'],
    statistics: ['SUM'],
  };
});
let count = 0;
const archiveFolder = () => join(process.env.TRIPTYCH_DATA ?? '', 'archive');
beforeEach(() => {
  clock.set(TEST_NOW);
  aws.world.faults.clear();
  pointAt(aws.url, { TRIPTYCH_DATA: join(folder, `data-${count++}`), TRIPTYCH_PAST_CHANGED_FILE: '' });
});
afterAll(async () => {
  process.env.TRIPTYCH_DATA = '';
  await aws.close();
  await removeFolder();
});

type Read = { aggregationId: string; asOf: number; rows: SessionStatistics[]; pages: number };

/** Starts an aggregation and reads all its pages, as the page of a farm does. */
async function readAll(request: StatisticsRequest, fresh = false): Promise<Read> {
  const { data: started } = await startSessionsStatisticsAggregation({ ...request, fresh });
  const rows: SessionStatistics[] = [];
  for (let nextToken: string | undefined, pages = 1; ; ) {
    forgetPages();
    const { data, asOf } = await getSessionsStatisticsAggregation({
      ...started,
      ...(nextToken !== undefined && { nextToken }),
    });
    if (data.status === 'IN_PROGRESS') continue;
    expect(data.status).toBe('COMPLETED');
    rows.push(...data.rows);
    if (data.nextToken === undefined) return { aggregationId: started.aggregationId, asOf, rows, pages };
    nextToken = data.nextToken;
    pages += 1;
  }
}

/** What a viewer sees: an archived aggregation has an id of its own. */
const answerOf = ({ asOf, rows, pages }: Read) => ({ asOf, rows, pages });

/** Pages are shared for half a second: each poll here stands for a later one. */
const forgetPages = () =>
  processWide('shared-calls statistics pages', () => ({ clear: () => undefined })).clear();

/** A later start of the server, when AWS has forgotten the results. */
async function restartTwoHoursLater(): Promise<void> {
  await archiveLater().flush();
  forgetEverything();
  clock.set(TEST_NOW + 2 * HOUR);
  process.env.TRIPTYCH_NOW = new Date(clock.now()).toISOString();
}

const failEverything = () => {
  const fault = {
    kind: 'exception',
    code: 'InternalServerErrorException',
    status: 500,
    message: '',
  } as const;
  for (const name of ['StartSessionsStatisticsAggregation', 'GetSessionsStatisticsAggregation'])
    aws.world.faults.inject(name, fault, 100);
};

describe('statistics of a settled range', () => {
  it('are the same after AWS forgot them, without a call', async () => {
    const before = await readAll(lastWeek);
    expect(before.pages).toBeGreaterThan(2);
    await restartTwoHoursLater();
    failEverything();
    expect(answerOf(await readAll(lastWeek))).toEqual(answerOf(before));
  });

  it('are read from the archive again when they are not in memory any more', async () => {
    const before = await readAll(lastWeek);
    await restartTwoHoursLater();
    failEverything();
    await readAll(lastWeek);
    processWide('archived aggregations', () => new Map()).clear();
    expect((await readAll(lastWeek)).rows).toEqual(before.rows);
  });

  it('expire for a viewer when another answer replaced them between two pages', async () => {
    await readAll(lastWeek);
    await restartTwoHoursLater();
    const { data } = await startSessionsStatisticsAggregation(lastWeek);
    await readAll(lastWeek, true);
    await archiveLater().flush();
    processWide('archived aggregations', () => new Map()).clear();
    forgetPages();
    await expect(getSessionsStatisticsAggregation({ ...data, nextToken: '100' })).rejects.toMatchObject({
      problem: { status: 404 },
    });
  });

  it('are calculated again when the archived answer has another form', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const before = await readAll(lastWeek);
    await restartTwoHoursLater();
    const archive = await Archive.open({ folder: archiveFolder(), maxBytes: 1e9, now: () => TEST_NOW });
    await archive.saveIndex();
    const { entries } = JSON.parse(await readFile(join(archiveFolder(), 'index.json'), 'utf8'));
    const source = await aggregationArchive();
    const [, ...request] = JSON.parse(entries[0][0]);
    await source?.put(request, { asOf: before.asOf + 1, content: Buffer.from('{"rows":1}') });
    expect((await readAll(lastWeek)).rows).toEqual(before.rows);
    vi.restoreAllMocks();
  });

  it('are not archived before all pages were read', async () => {
    const { data } = await startSessionsStatisticsAggregation(lastWeek);
    forgetPages();
    await getSessionsStatisticsAggregation(data);
    await restartTwoHoursLater();
    failEverything();
    await expect(readAll(lastWeek)).rejects.toMatchObject({
      problem: { code: 'InternalServerErrorException' },
    });
  });

  it('are recalculated on request, and the new answer is archived', async () => {
    const before = await readAll(lastWeek);
    await restartTwoHoursLater();
    const again = await readAll(lastWeek, true);
    expect(again.aggregationId).not.toBe(before.aggregationId);
    expect(again.asOf).toBe(clock.now());
    await archiveLater().flush();
    forgetEverything();
    failEverything();
    expect(answerOf(await readAll(lastWeek))).toEqual(answerOf(again));
  });
});

describe('statistics that can still change', () => {
  it('are calculated again after sessions of the past were imported', async () => {
    const before = await readAll(lastWeek);
    await restartTwoHoursLater();
    const changed = join(folder, PAST_CHANGED);
    await markPastChanged(folder, TEST_NOW + HOUR);
    process.env.TRIPTYCH_PAST_CHANGED_FILE = changed;
    const again = await readAll(lastWeek);
    expect([before.asOf, again.asOf]).toEqual([TEST_NOW, clock.now()]);
  });

  it('are not archived', async () => {
    const today = { ...lastWeek, startTime: TEST_NOW - DAY, endTime: TEST_NOW - HOUR };
    await readAll(today);
    await restartTwoHoursLater();
    failEverything();
    await expect(readAll(today)).rejects.toMatchObject({ problem: { code: 'InternalServerErrorException' } });
  });
});
