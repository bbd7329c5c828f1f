import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CanaryRun } from '@/lib/canary/run';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import type { CanaryDefinition } from '../canary-definition';
import { NOW, startTestTable, type TestTable } from '../test-support';
import { lastRuns } from './last-runs';
import { RunPages } from './run-pages';
import { RunTable } from './run-table';

let store: TestTable;
let pages: RunPages;
const nothingToLoad = async () => undefined;

beforeAll(async () => {
  store = await startTestTable();
  pages = new RunPages(store.table, nothingToLoad);
});
afterAll(() => store.end());

const NAMES = ['a', 'b', 'c', 'd'];

const canary = (name: string, at: number): CanaryDefinition => ({
  ...{ id: randomUUID(), name, schedule: 'rate(1 minute)', timeoutSeconds: 60, maxRetries: 0 },
  ...{ successRetentionDays: 3 + at, failureRetentionDays: 9 - at, runtimeVersion: 'test', handler: 'test' },
  ...{ tags: {}, created: 0, activity: () => ({ state: 'RUNNING', lastStarted: 0 }) },
});

const run = fc.record({
  name: fc.constantFrom(...NAMES),
  hoursAgo: fc.integer({ min: -3, max: 10 * 24 }),
  minutes: fc.integer({ min: 0, max: 120 }),
  state: fc.constantFrom('PASSED' as const, 'FAILED' as const),
  browserType: fc.constantFrom('CHROME', 'FIREFOX', undefined),
  isDry: fc.boolean(),
});

const pause = fc.record({
  name: fc.constantFrom(...NAMES),
  hoursAgo: fc.integer({ min: 0, max: 200 }),
  hours: fc.integer({ min: 0, max: 200 }),
});

test('the last runs of several canaries are those that each has by itself', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(run, { maxLength: 30 }),
      fc.array(pause, { maxLength: 3 }),
      fc.constantFrom('CHROME', undefined),
      async (plan, pauses, browserType) => {
        const runs = plan.map(({ name, hoursAgo, minutes, state, isDry, ...rest }): CanaryRun => {
          const started = NOW - hoursAgo * HOUR;
          return {
            ...{ id: randomUUID(), name, started, completed: started + minutes * MINUTE, state },
            ...{ dryRunId: isDry ? randomUUID() : undefined, browserType: rest.browserType },
          };
        });
        await store.database.run('DELETE FROM canary_runs');
        await store.database.run('DELETE FROM canary_pauses');
        await store.database.exclusively((connection) => RunTable.append(connection, runs));
        for (const { name, hoursAgo, hours } of pauses) {
          const stopped = NOW - hoursAgo * HOUR + MINUTE;
          await store.database.run('INSERT INTO canary_pauses VALUES ($1, $2, $3)', [
            ...[name, stopped],
            hours * HOUR > DAY ? null : stopped + hours * HOUR,
          ]);
        }
        const canaries = NAMES.map(canary);
        const together = await lastRuns(store.table, nothingToLoad, canaries, { now: NOW, browserType });
        for (const one of canaries) {
          const { runs: alone } = await pages.page(one, { kind: 'canary', browserType }, NOW, 1);
          expect(together.get(one.name)).toEqual(alone[0]);
        }
      },
    ),
    { numRuns: 30 },
  );
});
