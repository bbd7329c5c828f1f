import { expect, it } from 'vitest';
import { coversText, sumLabel, sumRowLabel } from './covers-text';
import type { AskedCosts } from './plan/asked-costs';
import { LocalBuckets } from './plan/local-buckets';
import { CostRows } from './rows/cost-rows';

const at = (text: string) => Date.parse(text);
const coverage = { from: at('2026-11-24T08:32:00Z'), to: at('2026-11-24T14:32:00Z') };

const asked = (count: number, isWholeFarm: boolean, kind: 'queue' | 'fleet' = 'queue'): AskedCosts => ({
  query: {
    ...{ ...coverage, farmId: 'farm', zone: 'Europe/Berlin', period: 'HOURLY', keys: ['QUEUE_ID'] },
    ...{ statistics: ['SUM'], resources: { kind, ids: Array.from({ length: count }, (_, n) => `id-${n}`) } },
  },
  isWholeFarm,
  notes: [],
});
const rows = new CostRows(['QUEUE_ID'], new LocalBuckets([{ ...coverage, offsetMs: 0 }], 'HOURLY'));

it('calls only the sum of the whole farm a total', () => {
  expect(sumLabel('cost', asked(12, true), undefined)).toBe('Total cost');
  expect(sumLabel('cost', asked(2, false), undefined)).toBe('Cost of 2 queues');
  expect(sumLabel('runtime', asked(1, false, 'fleet'), undefined)).toBe('Runtime of 1 fleet');
  expect(sumLabel('compute hours', asked(12, true), undefined)).toBe('Total compute hours');
  expect(sumLabel('compute hours', asked(2, false), undefined)).toBe('Compute hours of 2 queues');
  expect(sumLabel('cost', asked(12, true), { isCut: true, rows })).toBe('Cost of the first 0 rows');
  expect(sumRowLabel(asked(12, true), undefined)).toBe('Total');
  expect(sumRowLabel(asked(2, false), undefined)).toBe('Sum of 2 queues');
  expect(sumRowLabel(asked(12, true), { isCut: true, rows })).toBe('Sum of the first 0 rows');
});

it('says what a sum covers, in the zone of the page', () => {
  expect(coversText(asked(12, true), { coverage })).toBe(
    'All 12 queues. Sessions that started 24 Nov 2026, 09:32 – 15:32 UTC+01:00, each counted whole.',
  );
  expect(coversText(asked(1, true), { coverage })).toMatch(/^1 queue\. Sessions/);
  expect(coversText(asked(2, false, 'fleet'), { coverage })).toMatch(/^2 fleets\. Sessions/);
  expect(coversText(asked(2, true), { coverage: { from: 1, to: 1 } })).toBe(
    'All 2 queues. The range is in the future.',
  );
});
