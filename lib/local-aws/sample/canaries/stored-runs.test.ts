import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { NOW, startTestTable, type TestTable } from '../../synthetics/test-support';
import { sampleCanaries } from './canaries';
import { StoredRuns } from './stored-runs';

const TODAY = Math.floor(NOW / DAY);
const NAME = 'sample-asset-upload';

let store: TestTable;

beforeEach(async () => {
  store = await startTestTable();
});
afterEach(() => store.end());

const open = (now = NOW) => StoredRuns.open(store.database, sampleCanaries, now);
const load = (runs: StoredRuns, first: number, last: number) => runs.load(NAME, 'canary', first, last);

const storedDays = async () => {
  const rows = await store.database.rows('SELECT day FROM made_canary_day ORDER BY day');
  return rows.map(({ day }) => day);
};
const countRuns = async () => {
  const [row] = await store.database.rows('SELECT count(*)::INTEGER AS count FROM canary_runs');
  return row?.count;
};

test('stores the requested days and no others, each once', async () => {
  const runs = await open();
  await Promise.all([load(runs, TODAY - 1, TODAY), load(runs, TODAY - 2, TODAY)]);
  expect(await storedDays()).toEqual([TODAY - 2, TODAY - 1, TODAY]);
  const count = await countRuns();
  await load(await open(), TODAY - 2, TODAY);
  expect(await countRuns()).toBe(count);
});

test('stores only days with a dry run for dry runs', async () => {
  await (await open()).load(NAME, 'dry', TODAY - 8, TODAY);
  expect(await storedDays()).toHaveLength(1);
});

test('deletes days that are past the retention when opened', async () => {
  await load(await open(), TODAY - 31, TODAY);
  await open(NOW + 30 * DAY);
  expect(await storedDays()).toEqual([TODAY - 1, TODAY]);
});

test('replaces what another generator stored', async () => {
  await load(await open(), TODAY, TODAY);
  await store.database.run('UPDATE made_canary_day SET generator = 0');
  await store.database.run("UPDATE canary_runs SET state_reason = 'of old'");
  await load(await open(), TODAY, TODAY);
  const old = await store.database.rows("SELECT id FROM canary_runs WHERE state_reason = 'of old'");
  expect(old).toEqual([]);
  expect(await countRuns()).toBeGreaterThan(20);
});
