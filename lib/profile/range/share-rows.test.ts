import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { shareRequest } from './share-rows';

const of = { group: 'g', frame: 'f', period: 'PT1H' } as const;
const at = (text: string) => Date.parse(`2026-11-${text}Z`);

test('requests the whole profiles that overlap a span', () => {
  expect(shareRequest(of, { from: at('24T08:20'), to: at('24T14:32') })).toEqual({
    group: 'g',
    name: 'f',
    period: 'PT1H',
    threadStates: [],
    startTime: at('24T08:00'),
    endTime: at('24T15:00'),
  });
});

test('requests the newest 31 days of a longer span', () => {
  const { startTime, endTime } = shareRequest(of, { from: at('24T00:00') - 90 * DAY, to: at('24T00:00') });
  expect(endTime - startTime).toBe(31 * DAY);
});
