import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { earlierAnswer } from './earlier-answer';

const key = (group: string, startTime: number, endTime: number) =>
  ['group-summary', { group, startTime, endTime }] as const;

function clientWith(...answers: [ReturnType<typeof key>, string][]): QueryClient {
  const client = new QueryClient();
  for (const [queryKey, data] of answers) client.setQueryData(queryKey, data);
  return client;
}

it('is the newest answer of the same group for an earlier range of the same length', () => {
  const client = clientWith(
    [key('shop', 0, 6 * HOUR), 'oldest'],
    [key('shop', 5 * MINUTE, 6 * HOUR + 10 * MINUTE), 'newest'],
    [key('shop', 0, 3 * HOUR), 'shorter'],
    [key('shop', HOUR, 7 * HOUR), 'later'],
    [key('farm', 0, 6 * HOUR + 10 * MINUTE), 'another group'],
  );
  expect(earlierAnswer(client, key('shop', 15 * MINUTE, 6 * HOUR + 15 * MINUTE))).toBe('newest');
});

it('is none for a range of another length, and for another kind of answer', () => {
  const client = clientWith([key('shop', 0, 6 * HOUR), 'six hours']);
  expect(earlierAnswer(client, key('shop', 0, 24 * HOUR))).toBeUndefined();
  expect(earlierAnswer(client, ['findings', key('shop', 0, 6 * HOUR)[1]])).toBeUndefined();
});
