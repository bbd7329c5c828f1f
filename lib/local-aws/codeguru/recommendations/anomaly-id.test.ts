import { expect, it } from 'vitest';
import { uuid } from '../input';
import { anomalyId, isAnomalyOf } from './anomaly-id';

const key = Buffer.from('key');
const instance = { groupName: 'my-group', frameName: 'main', start: 1000 };

it('is the same UUID for the same instance, and differs for others', () => {
  const id = anomalyId(key, instance);
  expect(uuid.parse(id)).toBe(id);
  expect(anomalyId(key, { ...instance })).toBe(id);
  const others = [
    { ...instance, start: 2000 },
    { ...instance, frameName: 'other' },
    { ...instance, groupName: 'other' },
  ];
  expect(others.map((other) => anomalyId(key, other))).not.toContain(id);
});

it('is recognised with the same key for its own group only', () => {
  const id = anomalyId(key, instance);
  expect(isAnomalyOf(key, 'my-group', id)).toBe(true);
  expect(isAnomalyOf(key, 'other', id)).toBe(false);
  expect(isAnomalyOf(Buffer.from('other'), 'my-group', id)).toBe(false);
  expect(
    isAnomalyOf(
      key,
      'my-group',
      id.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    ),
  ).toBe(false);
});
