import { expect, it } from 'vitest';
import { uuid } from '../input';
import { anomalyId, isAnomalyOf } from './anomaly-id';

const key = Buffer.from('key');
const told = { groupName: 'my-group', frameName: 'main', start: 1000 };

it('is the same for the same, and has the form of an id', () => {
  const id = anomalyId(key, told);
  expect(uuid.parse(id)).toBe(id);
  expect(anomalyId(key, { ...told })).toBe(id);
  const others = [
    { ...told, start: 2000 },
    { ...told, frameName: 'other' },
    { ...told, groupName: 'other' },
  ];
  expect(others.map((other) => anomalyId(key, other))).not.toContain(id);
});

it('is known again with the same key, for its own group', () => {
  const id = anomalyId(key, told);
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
