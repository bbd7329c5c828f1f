import { expect, test } from 'vitest';
import type { Answer } from '@/lib/answer/answer';
import { canariesOptions } from '@/lib/queries/canary';
import { farmsOptions, queuesOptions } from '@/lib/queries/farm';
import { groupsOptions } from '@/lib/queries/profile';
import { prefetch, prefetchInTurn, prefetchStreamed } from './prefetch';

const answerOf = <Data>(data: Data): Answer<Data> => ({ data, asOf: 1, partial: false, warnings: [] });

test('returns data under the browser’s query keys, without what failed or is late', async () => {
  const state = await prefetch(
    [
      farmsOptions(async () => answerOf([{ farmId: 'farm-1', displayName: 'One' }])),
      groupsOptions(() => Promise.reject(new Error('down'))),
      canariesOptions(() => new Promise(() => undefined)),
    ],
    30,
  );
  expect(state.queries.map(({ queryKey }) => queryKey)).toEqual([farmsOptions().queryKey]);
  expect(state.queries[0]?.state.data).toEqual(answerOf([{ farmId: 'farm-1', displayName: 'One' }]));
});

test('reads what an answer tells to read next, and returns all that arrived', async () => {
  const state = await prefetchInTurn((client) => [
    client
      .query(farmsOptions(async () => answerOf([{ farmId: 'farm-1', displayName: 'One' }])))
      .then(({ data: [farm] }) => client.query(queuesOptions(farm?.farmId ?? '', async () => answerOf([])))),
    client.query(groupsOptions(() => Promise.reject(new Error('down')))),
  ]);
  expect(state.queries.map(({ queryKey }) => queryKey)).toEqual([
    farmsOptions().queryKey,
    queuesOptions('farm-1').queryKey,
  ]);
});

test('does not hold up the page for late data, and streams it', async () => {
  let answer = (): void => undefined;
  const farms = farmsOptions(
    () =>
      new Promise((resolve) => {
        answer = () => resolve(answerOf([{ farmId: 'farm-1', displayName: 'One' }]));
      }),
  );
  const { state, isLate } = await prefetchStreamed([farms], true, 1, 60_000);
  expect(isLate).toBe(true);
  answer();
  expect((await state).queries.map(({ queryKey }) => queryKey)).toEqual([farmsOptions().queryKey]);
});

test('reports fast data as not late', async () => {
  const farms = farmsOptions(async () => answerOf([{ farmId: 'farm-1', displayName: 'One' }]));
  const { state, isLate } = await prefetchStreamed([farms], true, 60_000, 60_000);
  expect(isLate).toBe(false);
  expect((await state).queries).toHaveLength(1);
});
