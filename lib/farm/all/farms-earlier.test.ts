import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { type EarlierCosts, earlierText } from '../compare/earlier-costs';
import type { CostQuery } from '../plan/plan-aggregations';
import { rowsForTest } from '../rows/rows-for-test';
import type { Costs } from '../stream/collect-costs';
import { farmsEarlier } from './farms-earlier';

const from = Date.parse('2026-11-24T00:00:00Z');
const now = { from, to: from + DAY };
const span = { from: from - DAY, to: from };

function costsOf(coverage: Costs['coverage'], rowCount: number): Costs {
  const row = { queueId: 'q', count: 1, costUsd: { sum: 1 }, runtimeSeconds: {}, from: 0, to: 1 };
  const rows = rowsForTest(['QUEUE_ID'], rowCount > 0 ? [row] : []);
  return { rows, chosen: rows, asOf: from, coverage, rowCount, isCut: false, notes: [] };
}

const query: CostQuery = {
  ...{ ...span, farmId: 'farm', zone: 'UTC', period: 'HOURLY', keys: ['QUEUE_ID'], statistics: ['SUM'] },
  resources: { kind: 'queue', ids: ['q'] },
};
const known = (rowCount: number): EarlierCosts => ({
  ...{ state: 'known', span, query, costs: costsOf(span, rowCount) },
});
const loading: EarlierCosts = { state: 'loading', span };
const failed = (message: string): EarlierCosts => ({ state: 'failed', span, error: new Error(message) });

function lineOf(all: EarlierCosts[]): string {
  const farms = all.map((earlier, at) => ({
    ...{ farm: { farmId: `farm-${at}`, displayName: `Farm ${at}` }, costs: costsOf(now, 1), earlier },
  }));
  const { earlier, now: covered } = farmsEarlier([
    { farm: { farmId: 'farm-x', displayName: 'Unread' }, costs: undefined, earlier: failed('Unread.') },
    ...farms,
  ]);
  if (!earlier || !covered) return '';
  const why = earlier.state === 'failed' ? ` ${earlier.error.message}` : '';
  return `${earlierText(earlier, covered, 'UTC')}${why}`.replace(
    '23 Nov 2026, 00:00 – 24 Nov 2026, 00:00 UTC',
    '',
  );
}

test.each<[string, EarlierCosts[], string]>([
  ['all farms', [known(1), known(0)], '.'],
  ['farms of which only the first had no sessions', [known(0), known(1)], '.'],
  ['farms of which none had sessions', [known(0), known(0)], '. No sessions started then.'],
  ['farms of which one loads', [known(0), loading], ': loading.'],
  ['one that failed', [known(1), failed('Denied.'), loading], ': costs of Farm 1 could not be read. Denied.'],
  [
    'some that failed, with each reason once',
    [failed('Denied.'), failed('Too slow.'), known(1), failed('Denied.')],
    ': costs of 3 farms could not be read. Denied. Too slow.',
  ],
  ['no farm', [], ''],
])('compares with %s', (_, all, line) => expect(lineOf(all)).toBe(line));
