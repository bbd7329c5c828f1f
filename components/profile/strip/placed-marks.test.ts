import { expect, test } from 'vitest';
import { placedMarks } from './placed-marks';

const shown = { from: 1000, to: 2000 };
const mark = (from: number, to: number, ...names: string[]) => ({ from, to, names });

test('places a mark at its start, with room up to the next one', () => {
  const placed = placedMarks([mark(900, 1100, 'a.b:C:run'), mark(1500, 1600, 'd')], shown, 400);
  expect(placed.map(({ x, roomPx, label }) => [x, roomPx, label])).toEqual([
    [0, 200, 'C.run'],
    [200, 200, 'd'],
  ]);
});

test('joins marks that are too close to be told apart, each with its own time, and keeps the last one inside', () => {
  const placed = placedMarks([mark(1980, 1985, 'a'), mark(1990, 1999, 'b')], shown, 400);
  expect(placed).toEqual([
    {
      from: 1980,
      to: 1999,
      anomalies: [mark(1980, 1985, 'a'), mark(1990, 1999, 'b')],
      x: 376,
      roomPx: 24,
      label: '2 anomalies',
    },
  ]);
});

test('leaves room for another label at the right, but no less than a mark needs', () => {
  const room = (from: number) =>
    placedMarks([mark(from, 1999, 'a')], shown, 400, 120).map(({ roomPx }) => roomPx);
  expect(room(1100)).toEqual([240]);
  expect(room(1900)).toEqual([24]);
});
