import { expect, it } from 'vitest';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { receivedCosts } from '@/lib/farm/stream/sent-costs';
import { costsToSend } from './costs-to-send';
import { openStudio, recordsOf, totalOf } from './studio-for-test';

const studio = openStudio();

it('sends all rows of all aggregations with a page', async () => {
  const sent = JSON.parse(JSON.stringify(await costsToSend(studio.few())));
  const costs = receivedCosts(sent) as Costs;
  expect(recordsOf(costs)).toBe(250);
  expect(totalOf(costs)).toBeCloseTo(2.5, 9);
});

it('refuses costs with too many rows, and costs that failed', async () => {
  await expect(costsToSend(studio.few(), 249)).rejects.toThrow('too many rows');
  const unknown = { ...studio.few(), farmId: `farm-${'0'.repeat(32)}` };
  await expect(costsToSend(unknown)).rejects.toThrow('failed');
});
