import { afterAll, beforeAll, expect, test } from 'vitest';
import { CountedWaits } from '../../aws/timing-for-test';
import { pointAt } from '../../test-support';
import { newestRunsOf } from './newest-runs';
import { CANARY, minuteRuns } from './reader-for-test';
import { RunIndexes } from './run-indexes';
import { ShiftingServer } from './shifting-server-for-test';

const server = new ShiftingServer();
beforeAll(async () => pointAt(await server.start()));
afterAll(() => server.close());

test('a list that looks at all canaries leaves those in memory that were used last', async () => {
  server.reset(minuteRuns(10));
  // Enough for two of them.
  const indexes = new RunIndexes(new CountedWaits(), 30_000);
  const canary = (id: string) => ({ ...CANARY, id });
  const use = (id: string) => newestRunsOf(canary(id), { runType: 'CANARY_RUN' }, undefined, indexes);
  for (const id of ['first', 'second']) await use(id);
  for (const id of ['second', 'first']) indexes.lately(canary(id));
  await use('third');
  const before = server.requests.length;
  await use('second');
  expect(server.requests.length, 'the runs of the second one were kept').toBe(before);
  await use('first');
  expect(server.requests.length, 'those of the first one were not').toBe(before + 1);
});
