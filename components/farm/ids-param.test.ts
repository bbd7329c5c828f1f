import { expect, test } from 'vitest';
import { QUEUE_ID } from '@/lib/farm/ids';
import { leftOutText, parseAsIds } from './ids-param';

const queues = parseAsIds(QUEUE_ID);
const idAt = (n: number) => `queue-${String(n).padStart(32, '0')}`;
const ids = (count: number) => Array.from({ length: count }, (_, n) => idAt(n));

test('keeps the valid ids, each once, and at most fifty', () => {
  expect(queues.parse(`queue-1,${idAt(1)},${idAt(1)},`)).toEqual([idAt(1)]);
  expect(queues.parse(ids(50).join())).toEqual(ids(50));
  expect(queues.parse(ids(51).join())).toEqual(ids(50));
});

test('reads no choice without a valid id', () => {
  for (const text of ['', 'queue-1', `fleet-${'a'.repeat(32)}`]) expect(queues.parse(text)).toBeNull();
});

test.each([
  [idAt(1), undefined],
  ['queue-1', undefined],
  [`${idAt(1)},queue-1`, '“queue-1” in this link is no queue id, and is left out.'],
  [`a,b,${idAt(1)},c,d,e`, '“a”, “b”, “c”, 2 more in this link are no queue ids, and are left out.'],
  [`${idAt(1)},${'x'.repeat(60)}`, `“${'x'.repeat(49)}…” in this link is no queue id, and is left out.`],
  [ids(51).join(), 'This link has 51 queues. Showing the first 50.'],
])('names the ids that are left out of %s', (text, sentence) => {
  expect(leftOutText(text, QUEUE_ID, 'queue')).toBe(sentence);
});
