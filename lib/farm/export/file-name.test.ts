import { expect, test } from 'vitest';
import { costsFileName } from './file-name';

const query = {
  farmId: 'farm-0a',
  from: Date.parse('2026-11-24T13:00:00Z'),
  to: Date.parse('2026-11-24T14:00:30Z'),
  resources: { kind: 'queue' as const, ids: ['a', 'b'] },
};
const keys = ['QUEUE_ID' as const, 'USAGE_TYPE' as const];
const whole = { what: 'cost', query, keys, isWholeFarm: true, filters: [], isCut: false };
const END = '2026-11-24T1300Z_2026-11-24T140030Z';

test.each([
  ['Studio 7', {}, `Studio-7_cost-by-queue-and-usage-type_${END}`],
  ['Müller/Söhne: ..', { isWholeFarm: false }, `Müller-Söhne_cost-by-queue-and-usage-type_2-queues_${END}`],
  ['../..', { isCut: true }, `farm-0a_cost-by-queue-and-usage-type_${END}_incomplete`],
  [
    'x',
    { filters: [{ key: 'USER_ID' as const, id: 'a/b' }] },
    `x_cost-by-queue-and-usage-type_only-1-user_${END}`,
  ],
  [undefined, { what: 'rows' }, `farm-0a_rows-by-queue-and-usage-type_${END}`],
  ['x'.repeat(300), {}, `${'x'.repeat(60)}_cost-by-queue-and-usage-type_${END}`],
])('names the files of %s', (farmName, more, name) => {
  expect(costsFileName({ ...whole, farmName, ...more })).toBe(name);
});
