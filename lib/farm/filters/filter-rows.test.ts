import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import type { CostRows } from '../rows/cost-rows';
import { rowsForTest } from '../rows/rows-for-test';
import type { SessionStatistics } from '../session-statistics';
import type { Filter } from './filter';
import { filterRows } from './filter-rows';

const SPAN = { from: 0, to: 3 * HOUR };

type Session = { user: string; type: string; hour: number; cents: number };

const sessions = fc.array(
  fc.record({
    user: fc.constantFrom('', 'maria', 'john'),
    type: fc.constantFrom('', 'c6i', 'g5'),
    hour: fc.integer({ min: 0, max: 2 }),
    cents: fc.integer({ min: -50, max: 500 }),
  }),
  { maxLength: 30 },
);

const rowOf = ({ user, type, hour, cents }: Session): SessionStatistics => ({
  ...(user && { userId: user }),
  ...(type && { instanceType: type }),
  ...{ count: 1, from: hour * HOUR, to: (hour + 1) * HOUR },
  costUsd: { sum: cents, min: cents, max: cents, avg: cents },
  runtimeSeconds: { sum: 60 },
});

const table = (rows: CostRows) =>
  Array.from({ length: rows.length }, (_, at) => {
    const { userId = '', instanceType = '', from, count, costUsd } = rows.at(at);
    return [userId, instanceType, from / HOUR, count, costUsd.sum, costUsd.min, costUsd.max];
  }).sort();

it('keeps the same sums as a naive pass over the sessions', () => {
  const filters = fc.uniqueArray(
    fc.record({
      key: fc.constantFrom('USER_ID' as const, 'INSTANCE_TYPE' as const),
      id: fc.constantFrom('', 'maria', 'john', 'c6i', 'g5', 'gone'),
    }),
    { selector: ({ key, id }) => key + id, maxLength: 4 },
  );
  fc.assert(
    fc.property(sessions, filters, fc.boolean(), (all, only: Filter[], isByType) => {
      const rows = rowsForTest(['USER_ID', 'INSTANCE_TYPE'], all.map(rowOf), SPAN);
      const idsOf = (wanted: string) => only.filter(({ key }) => key === wanted).map(({ id }) => id);
      const [users, types] = [idsOf('USER_ID'), idsOf('INSTANCE_TYPE')];
      const kept = all.filter(
        ({ user, type }) =>
          (users.length === 0 || users.includes(user)) && (types.length === 0 || types.includes(type)),
      );
      const keys = isByType ? (['INSTANCE_TYPE'] as const) : undefined;
      const naive = new Map<string, Session[]>();
      for (const one of kept) {
        const group = JSON.stringify([isByType ? '' : one.user, one.type, one.hour]);
        naive.set(group, [...(naive.get(group) ?? []), one]);
      }
      const expected = [...naive].map(([group, members]) => {
        const cents = members.map((member) => member.cents);
        const sum = cents.reduce((a, b) => a + b, 0);
        return [...JSON.parse(group), members.length, sum, Math.min(...cents), Math.max(...cents)];
      });
      expect(table(filterRows(rows, only, keys))).toEqual(expected.sort());
    }),
  );
});

it('keeps the names of jobs, and refuses a key that the rows do not have', () => {
  const row = { ...rowOf({ user: '', type: '', hour: 0, cents: 1 }), jobId: 'job-1', jobName: 'Shot 1' };
  const rows = rowsForTest(['JOB_ID'], [row], SPAN);
  expect(filterRows(rows, [{ key: 'JOB_ID', id: 'job-1' }]).jobNames.get('job-1')).toBe('Shot 1');
  expect(() => filterRows(rows, [{ key: 'USER_ID', id: 'maria' }])).toThrow("aren't grouped by USER_ID");
});
