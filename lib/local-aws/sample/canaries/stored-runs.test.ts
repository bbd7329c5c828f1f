import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { NOW, startTestTable, type TestTable } from '../../synthetics/test-support';
import { sampleCanaries } from './canaries';
import { SampleRuns } from './stored-runs';

const TODAY = Math.floor(NOW / DAY);
const NAME = 'sample-asset-upload';

let store: TestTable;

beforeEach(async () => {
  store = await startTestTable();
});
afterEach(() => store.end());

const open = (now = NOW) => SampleRuns.open(store.database, sampleCanaries, now);
const make = (sample: SampleRuns, first: number, last: number) =>
  sample.make(NAME, { kind: 'canary' }, first, last);

const madeDays = async () => {
  const rows = await store.database.rows('SELECT day FROM made_canary_day ORDER BY day');
  return rows.map(({ day }) => day);
};
const countRuns = async () => {
  const [row] = await store.database.rows('SELECT count(*)::INTEGER AS count FROM canary_runs');
  return row?.count;
};

test('makes the days that are asked for and no others, each once', async () => {
  const sample = await open();
  await Promise.all([make(sample, TODAY - 1, TODAY), make(sample, TODAY - 2, TODAY)]);
  expect(await madeDays()).toEqual([TODAY - 2, TODAY - 1, TODAY]);
  const count = await countRuns();
  await make(await open(), TODAY - 2, TODAY);
  expect(await countRuns()).toBe(count);
});

test('dry runs need only the days on which there was one', async () => {
  await (await open()).make(NAME, { kind: 'dry' }, TODAY - 8, TODAY);
  expect(await madeDays()).toHaveLength(1);
});

test('forgets on opening what is older than the retention', async () => {
  await make(await open(), TODAY - 31, TODAY);
  await open(NOW + 30 * DAY);
  expect(await madeDays()).toEqual([TODAY - 1, TODAY]);
});

test('makes anew what another generator has made', async () => {
  await make(await open(), TODAY, TODAY);
  await store.database.run('UPDATE made_canary_day SET generator = 0');
  await store.database.run("UPDATE canary_runs SET state_reason = 'of old'");
  await make(await open(), TODAY, TODAY);
  const old = await store.database.rows("SELECT id FROM canary_runs WHERE state_reason = 'of old'");
  expect(old).toEqual([]);
  expect(await countRuns()).toBeGreaterThan(20);
});
