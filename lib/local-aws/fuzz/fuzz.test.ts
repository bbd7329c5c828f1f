import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { operations } from '../services';
import { type StartedForTest, startForTest } from '../started-for-test';
import { fuzz } from './fuzz';
import { combinations, knownInSample } from './target';

const COUNT = 6_000;
const WARM_UP = 2_500;
/** Caches are bounded and full after the warm-up: any further growth is a leak. */
const MAX_GROWTH_BYTES = 96 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let local: StartedForTest;
beforeAll(async () => {
  local = await startForTest();
});
afterAll(() => local.close());

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

it(`answers ${COUNT} generated requests without a fault or a memory leak`, async () => {
  const log = vi.spyOn(console, 'error');
  const run = (count: number, seed: number) =>
    fuzz({ url: local.clientConfig.endpoint, operations, known: knownInSample, combinations, count, seed });
  const warm = await run(WARM_UP, 1);
  const before = heapUsed();
  const { findings, statuses } = await run(COUNT - WARM_UP, 2);
  expect([...warm.findings, ...findings].slice(0, 5)).toEqual([]);
  expect(log.mock.calls.slice(0, 3)).toEqual([]);
  expect(heapUsed() - before).toBeLessThan(MAX_GROWTH_BYTES);
  expect(statuses.get(200)).toBeGreaterThan(COUNT / 20);
  expect(statuses.get(400)).toBeGreaterThan(COUNT / 10);
}, 240_000);
