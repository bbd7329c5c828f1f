import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { CanaryRun } from '@/lib/canary/run';
import { DAY, HOUR, SECOND } from '@/lib/time/duration';
import type { CanaryDefinition } from '../canary-definition';
import { NOW, startTestTable, type TestTable } from '../test-support';
import { RunPages } from './run-pages';
import { type RunPosition, RunTable } from './run-table';

let store: TestTable;
let pages: RunPages;

beforeAll(async () => {
  store = await startTestTable();
  pages = new RunPages(store.table, async () => undefined);
});
afterAll(() => store.end());

const canary: CanaryDefinition = {
  id: randomUUID(),
  name: 'under-test',
  schedule: 'rate(1 minute)',
  timeoutSeconds: 60,
  maxRetries: 0,
  successRetentionDays: 3,
  failureRetentionDays: 9,
  runtimeVersion: 'test',
  handler: 'test',
  tags: {},
  created: 0,
  activity: () => ({ state: 'RUNNING', lastStarted: 0 }),
};

const run = fc.record({
  hoursAgo: fc.integer({ min: -3, max: 10 * 24 }),
  state: fc.constantFrom('PASSED' as const, 'FAILED' as const),
  minutes: fc.integer({ min: 0, max: 120 }),
});

/** The expected ids, found without paging. Many runs start at one instant, so their order depends on ids. */
function expected(runs: readonly CanaryRun[]): string[] {
  return runs
    .filter(({ started, completed = 0, state }) => {
      const days = completed > NOW || state === 'FAILED' ? 9 : 3;
      return started <= NOW && started >= NOW - days * DAY;
    })
    .sort((a, b) => b.started - a.started || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id);
}

test('pages of any size contain every unexpired run once, newest first', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(run, { maxLength: 60 }),
      fc.integer({ min: 1, max: 30 }),
      async (plan, limit) => {
        const runs = plan.map(({ hoursAgo, state, minutes }): CanaryRun => {
          const started = NOW - hoursAgo * HOUR;
          return {
            id: randomUUID(),
            name: canary.name,
            started,
            completed: started + minutes * 60_000,
            state,
          };
        });
        await store.database.transaction(async (connection) => {
          await RunTable.deleteBefore(connection, canary.name, NOW + 10 * DAY);
          await RunTable.append(connection, runs);
        });
        const seen: string[] = [];
        let after: RunPosition | undefined;
        do {
          const page = await pages.page(canary, { kind: 'canary' }, NOW, limit, after);
          expect(page.runs.length).toBeLessThanOrEqual(limit);
          seen.push(...page.runs.map(({ id }) => id));
          after = page.next;
        } while (after);
        expect(seen).toEqual(expected(runs));
      },
    ),
    { numRuns: 25 },
  );
});

test('a page continues after its position when that run is gone', async () => {
  const runs = [1, 2, 3, 4, 5].map(
    (hoursAgo): CanaryRun => ({
      id: randomUUID(),
      name: canary.name,
      started: NOW - hoursAgo * HOUR,
      completed: NOW - hoursAgo * HOUR + 1000,
      state: 'PASSED',
    }),
  );
  await store.database.transaction(async (connection) => {
    await RunTable.deleteBefore(connection, canary.name, NOW + 10 * DAY);
    await RunTable.append(connection, runs);
  });
  const first = await pages.page(canary, { kind: 'canary' }, NOW, 2);
  await store.table.delete(first.next?.id ?? '');
  const second = await pages.page(canary, { kind: 'canary' }, NOW, 2, first.next);
  expect([...first.runs, ...second.runs].map(({ id }) => id)).toEqual(runs.slice(0, 4).map(({ id }) => id));
});

test('several pages take one selection, and leave out what has expired since', async () => {
  const expiring = NOW - canary.successRetentionDays * DAY;
  const runs = Array.from({ length: 60 }, (_, n): CanaryRun => {
    const started = expiring + (59 - n) * SECOND;
    return { id: randomUUID(), name: canary.name, started, completed: started + 1000, state: 'PASSED' };
  });
  await store.database.transaction(async (connection) => {
    await RunTable.deleteBefore(connection, canary.name, NOW + 10 * DAY);
    await RunTable.append(connection, runs);
  });
  const page = (now: number, after?: RunPosition) => pages.page(canary, { kind: 'canary' }, now, 5, after);
  const first = await page(NOW);
  const second = await page(NOW, first.next);
  const select = vi.spyOn(store.table, 'select');
  const seen = [...first.runs, ...second.runs];
  let after = second.next;
  for (const seconds of [1, 2, 20, 20, 20]) {
    const next = await page(NOW + seconds * SECOND, after);
    seen.push(...next.runs);
    after = next.next;
  }
  expect(select).not.toHaveBeenCalled();
  while (after) {
    const next = await page(NOW + 20 * SECOND, after);
    seen.push(...next.runs);
    after = next.next;
  }
  expect(seen.map(({ id }) => id)).toEqual(runs.slice(0, 40).map(({ id }) => id));
  select.mockRestore();
});

test('who reads on gets more runs from a selection, and each run once', async () => {
  const runs = Array.from({ length: 5000 }, (_, n): CanaryRun => {
    const started = NOW - (n + 1) * 60_000;
    return { id: randomUUID(), name: canary.name, started, completed: started + 1000, state: 'FAILED' };
  });
  await store.database.transaction(async (connection) => {
    await RunTable.deleteBefore(connection, canary.name, NOW + 10 * DAY);
    await RunTable.append(connection, runs);
  });
  const select = vi.spyOn(store.table, 'select');
  const seen: string[] = [];
  let after: RunPosition | undefined;
  do {
    const page = await pages.page(canary, { kind: 'canary' }, NOW, 100, after);
    seen.push(...page.runs.map(({ id }) => id));
    after = page.next;
  } while (after);
  expect(seen).toEqual(runs.map(({ id }) => id));
  const limits = select.mock.calls.map(([{ limit }]) => limit);
  select.mockRestore();
  expect(limits.slice(0, 2)).toEqual([101, 1000]);
  expect(Math.max(...limits)).toBeGreaterThan(2000);
});
