import { expect, test } from 'vitest';
import type { AnomalyMark, ListedAnomaly } from '@/lib/profile/range/anomalies';
import { HOUR } from '@/lib/time/duration';
import { placedMarks } from './placed-marks';

const START = Date.parse('2026-11-24T00:00:00Z');
const shown = { from: START, to: START + 10 * HOUR };
/** An anomaly is one object in all of its times. */
const anomalies = new Map<string, ListedAnomaly>();
const anomaly = (name: string): ListedAnomaly => {
  const known = anomalies.get(name) ?? { name, threadStates: [], reason: '', instances: [], timeCount: 1 };
  anomalies.set(name, known);
  return known;
};
const mark = (from: number, to: number, ...names: string[]): AnomalyMark => ({
  from: START + from * HOUR,
  to: START + to * HOUR,
  isLasting: to === 10,
  anomalies: names.map(anomaly),
});
const placed = (marks: AnomalyMark[], width = 1000) =>
  placedMarks(marks, { shown, width, zone: 'UTC' }).map(({ x, label }) => [x, label]);

test('places a mark at its start, or at the left edge if it started before', () => {
  expect(placed([mark(-1, 1, 'a.b:C:run'), mark(5, 6, 'd')])).toEqual([
    [0, 'C.run'],
    [500, 'd'],
  ]);
});

test('shows since when one lasts, with its function if there is room', () => {
  const label = (width: number) => placed([mark(5, 10, 'a.b:CartService:recommend')], width)[0]?.[1];
  expect(label(1000)).toBe('CartService.recommend since the hour from 24 Nov 05:00');
  expect(label(500)).toBe('since the hour from 24 Nov 05:00');
  expect(label(300)).toBe('');
});

test('shows a label only if all of it fits before the next mark or the edge', () => {
  const name = 'a.b:TheController:handle';
  expect(placed([mark(1, 2, name), mark(2, 3, 'd')], 1000)).toEqual([
    [100, ''],
    [200, 'd'],
  ]);
  expect(placed([mark(8, 9, name)], 1000)).toEqual([[800, 'TheController.handle']]);
  expect(placed([mark(9, 9.5, name)], 1000)).toEqual([[900, '']]);
});

test('joins marks that are too close to be clicked apart, and keeps the last one inside', () => {
  const close = placedMarks([mark(9.8, 9.9, 'a'), mark(9.9, 9.95, 'b')], { shown, width: 400, zone: 'UTC' });
  expect(close).toEqual([{ anomalies: [mark(9.8, 9.9, 'a'), mark(9.9, 9.95, 'b')], x: 376, label: '' }]);
  expect(placed([mark(5, 6, 'a'), mark(5.1, 6, 'b'), mark(5.2, 6, 'a')])).toEqual([[500, '2 anomalies']]);
  expect(placed([mark(5, 6, 'a'), mark(5.1, 6, 'a')])).toEqual([[500, 'a']]);
  expect(placed([mark(5, 6, 'a'), mark(5.1, 10, 'b')])).toEqual([[500, 'b since 24 Nov 05:06']]);
});
