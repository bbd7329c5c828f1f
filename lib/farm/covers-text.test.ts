import { expect, it } from 'vitest';
import { coversText, sumLabel, sumRowLabel } from './covers-text';
import type { AskedCosts } from './plan/asked-costs';

const at = (text: string) => Date.parse(text);
const coverage = { from: at('2026-11-24T08:32:00Z'), to: at('2026-11-24T14:32:00Z') };

const asked = (count: number, isWholeFarm: boolean, kind: 'queue' | 'fleet' = 'queue'): AskedCosts => ({
  query: {
    ...{ ...coverage, farmId: 'farm', zone: 'Europe/Berlin', period: 'HOURLY', keys: ['QUEUE_ID'] },
    ...{ statistics: ['SUM'], resources: { kind, ids: Array.from({ length: count }, (_, n) => `id-${n}`) } },
  },
  ...{ groupBy: ['QUEUE_ID'], filters: [], isWholeFarm, notes: [] },
});
const NAMES = new Map([['id-0', 'lighting']]);
const whole = { isCut: false, rowCount: 9 };

it('calls only the sum of the whole farm a total', () => {
  expect(sumLabel('cost', asked(12, true), undefined, NAMES)).toBe('Total cost');
  expect(sumLabel('cost', asked(2, false), undefined, NAMES)).toBe('Cost of 2 queues');
  expect(sumLabel('runtime', asked(1, false, 'fleet'), undefined, NAMES)).toBe('Runtime of fleet lighting');
  expect(sumLabel('runtime', asked(1, false, 'fleet'), undefined, new Map())).toBe('Runtime of 1 fleet');
  expect(sumLabel('compute hours', asked(12, true), undefined, NAMES)).toBe('Total compute hours');
  expect(sumLabel('compute hours', asked(2, false), undefined, NAMES)).toBe('Compute hours of 2 queues');
  expect(sumLabel('cost', asked(12, true), { isCut: true, rowCount: 200_000 }, NAMES)).toBe(
    'Cost of the first 200,000 rows',
  );
  expect(sumRowLabel(asked(12, true), undefined, NAMES)).toBe('Total');
  expect(sumRowLabel(asked(2, false), undefined, NAMES)).toBe('Sum of 2 queues');
  expect(sumRowLabel(asked(1, false), undefined, NAMES)).toBe('Sum of queue lighting');
  expect(sumRowLabel(asked(12, true), { isCut: true, rowCount: 200_000 }, NAMES)).toBe(
    'Sum of the first 200,000 rows',
  );
});

it('says what a sum covers, in the zone of the page', () => {
  expect(coversText(asked(12, true), { ...whole, coverage }, NAMES)).toBe(
    'All 12 queues. Sessions that started 24 Nov 2026, 09:32 – 15:32 UTC+01:00, with all that they cost.',
  );
  expect(coversText(asked(1, true), { ...whole, coverage }, NAMES)).toMatch(/^Queue lighting\. Sessions/);
  expect(coversText(asked(2, false, 'fleet'), { ...whole, coverage }, NAMES)).toMatch(/^2 fleets\. Sessions/);
  expect(coversText(asked(2, true), { ...whole, coverage: { from: 1, to: 1 } }, NAMES)).toBe(
    'All 2 queues. The range is in the future.',
  );
});

it('never calls a part of the rows all queues, or the whole range', () => {
  const cut = { isCut: true, rowCount: 200_000 };
  expect(coversText(asked(12, true), { ...cut, coverage: { from: 1, to: 1 } }, NAMES)).toBe(
    'Only a part of 12 queues and of the range: the first 200,000 rows.',
  );
  expect(coversText(asked(12, true), { ...cut, coverage }, NAMES)).toBe(
    'Only a part of 12 queues and of the range: the first 200,000 rows. Complete 24 Nov 2026, 09:32 – 15:32 UTC+01:00.',
  );
});

it('names what filters keep instead of a total', () => {
  const users = ['maria', 'john'].map((id) => ({ key: 'USER_ID' as const, id }));
  const filters = [...users, { key: 'INSTANCE_TYPE' as const, id: '' }];
  expect(sumLabel('cost', { ...asked(6, true), filters: users }, undefined, NAMES)).toBe('Cost of 2 users');
  expect(sumLabel('cost', { ...asked(2, false), filters }, undefined, NAMES)).toBe(
    'Cost of 2 users and no instance type in 2 queues',
  );
  expect(sumRowLabel({ ...asked(6, true), filters: users }, { isCut: true, rowCount: 9 }, NAMES)).toBe(
    'Sum of 2 users in the first 9 rows',
  );
  expect(coversText({ ...asked(6, true), filters: users }, { coverage, ...whole }, NAMES)).toMatch(
    /^All 6 queues, only 2 users\. Sessions that started /,
  );
});
