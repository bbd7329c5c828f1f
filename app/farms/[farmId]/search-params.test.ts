import { expect, test } from 'vitest';
import { farmSearchParams, invalidFarmParams, withOnly } from './search-params';

const { group, queues, sort, totals, find, page, budgets } = farmSearchParams;
const queue = `queue-${'a'.repeat(32)}`;

test.each([
  [group, 'queue'],
  [group, 'user,licence'],
  [queues, queue],
  [sort, '-cost'],
  [sort, 'usage'],
  [totals, '-rate'],
  [totals, 'name'],
  [find, 'sh010 é'],
  [page, '3'],
  [budgets, 'all'],
] as const)('round-trips a parameter: %#', (parser, text) => {
  const value = parser.parse(text);
  expect(value).not.toBeNull();
  expect(parser.serialize(value as never)).toBe(text);
});

test.each(['', 'shot', 'queue,shot', 'queue,queue', 'queue,user,job'])(
  'reads no grouping from "%s"',
  (text) => {
    expect(group.parse(text)).toBeNull();
  },
);

test('reads ids only if all are well formed and there are at most fifty', () => {
  expect(queues.parse('queue-1')).toBeNull();
  expect(queues.parse(`fleet-${'a'.repeat(32)}`)).toBeNull();
  const ids = Array.from({ length: 51 }, (_, n) => `queue-${String(n).padStart(32, '0')}`);
  expect(queues.parse(ids.join())).toBeNull();
  expect(queues.parse(ids.slice(1).join())).toHaveLength(50);
});

test('reads no order from an unknown column', () => {
  expect(sort.parse('-price')).toBeNull();
  expect(totals.parse('-price')).toBeNull();
});

test('replaces the choice by one queue or fleet and keeps the rest of the URL', () => {
  const fleet = `fleet-${'b'.repeat(32)}`;
  const url = `/farms/f?from=now-2d&tz=Europe/Berlin&group=fleet&queues=${queue}&page=3`;
  const params = (href: string) => Object.fromEntries(new URL(href, 'http://localhost').searchParams);
  const rest = { from: 'now-2d', tz: 'Europe/Berlin', group: 'fleet' };
  expect(params(withOnly(url, fleet))).toEqual({ ...rest, fleets: fleet });
  expect(params(withOnly(withOnly(url, fleet), queue))).toEqual({ ...rest, queues: queue });
});

test('reports invalid parameters, and queues together with fleets', () => {
  const fleet = `fleet-${'b'.repeat(32)}`;
  const invalid = (query: string) => invalidFarmParams(new URLSearchParams(query)).map(({ key }) => key);
  expect(invalid('group=queue,user,job&stat=MEDIAN&period=YEARLY')).toEqual(['group', 'stat', 'period']);
  expect(invalid('budgets=some')).toEqual(['budgets']);
  expect(invalid(`totals=price&find=${'a'.repeat(201)}`)).toEqual(['totals', 'find']);
  expect(invalid(`queues=q1&fleets=${fleet}`)).toEqual(['queues']);
  expect(invalid(`queues=${queue}&fleets=${fleet}`)).toEqual(['fleets']);
  expect(invalid(`group=fleet&fleets=${fleet}&page=2`)).toEqual([]);
});
