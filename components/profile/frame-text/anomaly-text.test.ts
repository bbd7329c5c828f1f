import { expect, it } from 'vitest';
import { anomaliesIn, anomalyMarks } from '@/lib/profile/range/anomalies';
import { HOUR } from '@/lib/time/duration';
import { lastingFirst, listedAnomalies, reasonText } from './anomaly-text';

const START = Date.parse('2026-11-24T00:00:00Z');
const UNTIL = START + 14 * HOUR;
const time = (from: number, to?: number) => ({
  from: START + from * HOUR,
  ...(to !== undefined && { to: START + to * HOUR }),
});
const anomaly = (name: string, ...instances: ReturnType<typeof time>[]) => ({
  name,
  threadStates: ['RUNNABLE'],
  reason: 'It rose in the hour from 02:00.',
  instances,
});
const all = { from: START, to: UNTIL };

it('has the reason of one time as it is, and says when it is for several', () => {
  const text = (from: number, ...instances: ReturnType<typeof time>[]) =>
    anomaliesIn([anomaly('a', ...instances)], { from: START + from * HOUR, to: UNTIL }, UNTIL).map(
      reasonText,
    );
  expect(text(0, time(2, 3))).toEqual(['It rose in the hour from 02:00.']);
  expect(text(0, time(2, 3), time(5, 6))).toEqual([
    'AWS’s reason for all 2 times: It rose in the hour from 02:00.',
  ]);
  expect(text(5, time(2, 3), time(5, 6), time(9))).toEqual([
    'AWS’s reason for all 3 times, 2 of them in the time shown: It rose in the hour from 02:00.',
  ]);
});

it('lists each anomaly with its time, those that last first, then the newest', () => {
  const anomalies = [
    anomaly('a.b:Old:run', time(1, 2)),
    anomaly('a.b:Cart:recommend', time(6)),
    anomaly('a.b:Json:write', time(3, 4), time(9, 10)),
  ];
  const marks = anomalyMarks(anomalies, all, UNTIL);
  expect(listedAnomalies(marks, 'UTC')).toEqual([
    'Cart.recommend, since the hour from 24 Nov 2026, 06:00 UTC',
    'Json.write, 24 Nov 2026, 09:00 – 10:00 UTC, and 1 other time',
    'Old.run, 24 Nov 2026, 01:00 – 02:00 UTC',
  ]);
  expect(lastingFirst(marks).map(({ from }) => (from - START) / HOUR)).toEqual([6, 9, 3, 1]);
});
