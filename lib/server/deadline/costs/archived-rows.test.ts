import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { markPastChanged, PAST_CHANGED } from '@/lib/local-aws/store/past-changed';
import { DAY, HOUR } from '@/lib/time/duration';
import { Archive } from '../../archive/archive';
import { archiveLater } from '../../archive/archive-later';
import { NoWaiting } from '../../aws/timing-for-test';
import {
  forgetEverything,
  pointAt,
  startTestAws,
  TEST_NOW,
  type TestAws,
  temporaryFolder,
} from '../../test-support';
import { listFarms } from '../list-farms';
import { listQueues } from '../list-queues';
import { Aggregations } from './aggregations';
import { costArchive } from './archived-rows';
import { ask } from './farm-for-test';

let aws: TestAws;
let folder: string;
let removeFolder: () => Promise<void>;
let lastWeek: CostQuery;
let aggregations: Aggregations;

beforeAll(async () => {
  ({ folder, remove: removeFolder } = await temporaryFolder());
  aws = await startTestAws({ sample: true, aggregationMs: 0 });
  pointAt(aws.url);
  const farmId = (await listFarms(undefined)).data[0]?.farmId ?? '';
  lastWeek = {
    ...{ farmId, from: TEST_NOW - 9 * DAY, to: TEST_NOW - 2 * DAY, zone: 'UTC', period: 'HOURLY' },
    ...{ keys: ['USER_ID'], statistics: ['SUM'] },
    resources: { kind: 'queue', ids: (await listQueues(farmId)).data.map(({ queueId }) => queueId) },
  };
});

let count = 0;
const archiveFolder = () => join(process.env.TRIPTYCH_DATA ?? '', 'archive');

beforeEach(() => {
  aws.clock.set(TEST_NOW);
  aws.world.faults.clear();
  pointAt(aws.url, { TRIPTYCH_DATA: join(folder, `data-${count++}`), TRIPTYCH_PAST_CHANGED_FILE: '' });
  aggregations = new Aggregations(new NoWaiting());
});

afterAll(async () => {
  process.env.TRIPTYCH_DATA = '';
  await aws.close();
  await removeFolder();
});

/** The columns of an answer, and when it was calculated. */
async function read(query = lastWeek, fresh = false) {
  const { costs, failure } = await ask(query, { aggregations, fresh });
  if (!costs) throw new Error(JSON.stringify(failure));
  const { rows, asOf } = costs;
  return { asOf, users: rows.valuesOf('USER_ID').ids, costUsd: [...rows.costUsd.sum.values] };
}

/** A later start of the server, when AWS has forgotten the results. */
async function restartTwoHoursLater(): Promise<void> {
  await archiveLater().flush();
  forgetEverything();
  aggregations = new Aggregations(new NoWaiting());
  aws.clock.set(TEST_NOW + 2 * HOUR);
  process.env.TRIPTYCH_NOW = new Date(aws.clock.now()).toISOString();
}

function failEverything(): void {
  const fault = {
    kind: 'exception',
    code: 'InternalServerErrorException',
    status: 500,
    message: '',
  } as const;
  for (const name of ['StartSessionsStatisticsAggregation', 'GetSessionsStatisticsAggregation'])
    aws.world.faults.inject(name, fault, 100);
}

describe('costs of a settled range', () => {
  it('are the same after AWS forgot them, without a call', async () => {
    const before = await read();
    expect(before.costUsd.length).toBeGreaterThan(200);
    await restartTwoHoursLater();
    failEverything();
    expect(await read()).toEqual(before);
  });

  it('are calculated again when the archived answer has another form', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const before = await read();
    await restartTwoHoursLater();
    const archive = await Archive.open({ folder: archiveFolder(), maxBytes: 1e9, now: () => TEST_NOW });
    await archive.saveIndex();
    const { entries } = JSON.parse(await readFile(join(archiveFolder(), 'index.json'), 'utf8'));
    const [, ...request] = JSON.parse(entries[0][0]);
    const content = Buffer.from('{"rows":1}');
    await (await costArchive())?.put(request, { asOf: before.asOf + 1, content });
    expect((await read()).costUsd).toEqual(before.costUsd);
    vi.restoreAllMocks();
  });

  it('are not archived before all pages were read', async () => {
    const left = new AbortController();
    await ask(lastWeek, {
      aggregations,
      signal: left.signal,
      onEvent: ({ type }) => type === 'rows' && left.abort(),
    });
    await restartTwoHoursLater();
    failEverything();
    await expect(read()).rejects.toThrow('InternalServerErrorException');
  });

  it('are recalculated on request, and the new answer is archived', async () => {
    await read();
    await restartTwoHoursLater();
    const again = await read(lastWeek, true);
    expect(again.asOf).toBe(aws.clock.now());
    await archiveLater().flush();
    forgetEverything();
    aggregations = new Aggregations(new NoWaiting());
    failEverything();
    expect(await read()).toEqual(again);
  });
});

describe('costs that can still change', () => {
  it('are calculated again after sessions of the past were imported', async () => {
    const before = await read();
    await restartTwoHoursLater();
    await markPastChanged(folder, TEST_NOW + HOUR);
    process.env.TRIPTYCH_PAST_CHANGED_FILE = join(folder, PAST_CHANGED);
    const again = await read();
    expect([before.asOf, again.asOf]).toEqual([TEST_NOW, aws.clock.now()]);
  });

  it('are not archived', async () => {
    const today = { ...lastWeek, from: TEST_NOW - DAY, to: TEST_NOW - HOUR };
    await read(today);
    await restartTwoHoursLater();
    failEverything();
    await expect(read(today)).rejects.toThrow('InternalServerErrorException');
  });
});
