import { expect, test } from 'vitest';
import type { Answer } from '@/lib/answer/answer';
import { unknownChoice, unknownChoiceText, withoutUnknownText } from './unknown-choice';

const answer = <T>(data: T, partial = false): Answer<T> => ({ data, asOf: 0, partial, warnings: [] });
const queue = (queueId: string) => ({ queueId, displayName: queueId });
const lists = (partial = false) => ({
  queues: answer([queue('q1'), queue('q2')], partial),
  fleets: undefined,
});

test('finds chosen queues that the farm doesn’t have', () => {
  const ids = ['q1', 'q8', 'q9'];
  expect(unknownChoice({ kind: 'queue', ids }, lists())).toEqual({
    ...{ kind: 'queue', unknownIds: ['q8', 'q9'], knownIds: ['q1'] },
  });
  expect(unknownChoice({ kind: 'queue', ids: ['q2'] }, lists())).toBeUndefined();
});

test('knows nothing of an incomplete or missing list', () => {
  expect(unknownChoice({ kind: 'queue', ids: ['q9'] }, lists(true))).toBeUndefined();
  expect(unknownChoice({ kind: 'fleet', ids: ['f9'] }, lists())).toBeUndefined();
});

test('names the unknown ones, and what is left without them', () => {
  const unknown = (unknownIds: string[], knownIds: string[]) => ({
    kind: 'queue' as const,
    unknownIds,
    knownIds,
  });
  const one = unknown(['q9'], []);
  expect(unknownChoiceText(one)).toBe('This farm has no queue q9, so AWS has no costs for this choice.');
  expect(withoutUnknownText(one)).toBe('Show all queues');
  const many = unknown(['q5', 'q6', 'q7', 'q8', 'q9'], ['q1', 'q2']);
  expect(unknownChoiceText(many)).toContain('no queue q5, q6, q7 and 2 more,');
  expect(withoutUnknownText(many)).toBe('Show only the other 2 queues');
  expect(withoutUnknownText(unknown(['q9'], ['q1']))).toBe('Show only the other queue');
});
