import { expect, test } from 'vitest';
import type { Place } from '@/lib/farm/filters/place';
import { farmSearchParams, invalidFarmParams, withPlace } from './search-params';

const { group, queues, only, sort, totals, find, budgets, burn, pattern } = farmSearchParams;
const queue = `queue-${'a'.repeat(32)}`;

test.each([
  [group, 'queue'],
  [group, 'user,licence'],
  [group, 'team,job'],
  [queues, queue],
  [only, 'user:arn:aws:sts::1:assumed-role/A/b,user:,instance:c6i.4xlarge'],
  [only, 'licence:Cinema 4D%2C 50%25'],
  [sort, '-cost'],
  [sort, 'usage'],
  [totals, '-rate'],
  [totals, 'name'],
  [find, 'sh010 é'],
  [budgets, 'all'],
  [pattern, '(?<sequence>sq\\d+)_(?<shot>sh\\d+)'],
  [burn, `budget-${'c'.repeat(32)}`],
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

test('reads no order from an unknown column', () => {
  expect(sort.parse('-price')).toBeNull();
  expect(totals.parse('-price')).toBeNull();
});

test('reads filters only if all are values of a key and there are at most twenty', () => {
  expect(only.parse('licence:Cinema 4D%2C 50%25')).toEqual([
    { key: 'LICENSE_PRODUCT', id: 'Cinema 4D, 50%' },
  ]);
  expect(only.parse('user:%')).toEqual([{ key: 'USER_ID', id: '%' }]);
  for (const text of ['', 'user', 'shot:1', 'user:a,', `user:${'a'.repeat(2049)}`])
    expect(only.parse(text), text).toBeNull();
  const users = Array.from({ length: 21 }, (_, n) => `user:${n}`);
  expect(only.parse(users.join())).toBeNull();
  expect(only.parse(users.slice(1).join())).toHaveLength(20);
});

test('changes the place and keeps the rest of the URL', () => {
  const fleet = `fleet-${'b'.repeat(32)}`;
  const url = `/farms/f?from=now-2d&tz=Europe/Berlin&group=fleet&queues=${queue}&only=user:a&find=x`;
  const params = (href: string) => Object.fromEntries(new URL(href, 'http://localhost').searchParams);
  const rest = { from: 'now-2d', tz: 'Europe/Berlin' };
  const place: Place = { groupBy: ['USER_ID'], queueIds: [], fleetIds: [fleet], filters: [] };
  expect(params(withPlace(url, place))).toEqual({ ...rest, group: 'user', fleets: fleet });
  const filters = [{ key: 'INSTANCE_TYPE' as const, id: 'a,b' }];
  expect(params(withPlace(url, { groupBy: ['QUEUE_ID'], queueIds: [queue], fleetIds: [], filters }))).toEqual(
    { ...rest, queues: queue, only: 'instance:a%2Cb' },
  );
});

test('reports invalid parameters, and queues together with fleets', () => {
  const fleet = `fleet-${'b'.repeat(32)}`;
  const invalid = (query: string) => invalidFarmParams(new URLSearchParams(query)).map(({ key }) => key);
  expect(invalid('group=queue,user,job&stat=MEDIAN&period=YEARLY')).toEqual(['group', 'stat', 'period']);
  expect(invalid('budgets=some&burn=fx')).toEqual(['budgets', 'burn']);
  expect(invalid(`pattern=${'a'.repeat(201)}`)).toEqual(['pattern']);
  expect(invalid(`totals=price&find=${'a'.repeat(201)}`)).toEqual(['totals', 'find']);
  expect(invalid(`queues=q1&fleets=${fleet}`)).toEqual(['queues']);
  expect(invalid(`queues=${queue}&fleets=${fleet}`)).toEqual(['fleets']);
  expect(invalid(`queues=${queue},q1&fleets=${fleet},f1`)).toEqual(['queues', 'fleets']);
  expect(invalid(`group=fleet&fleets=${fleet}&page=2`)).toEqual([]);
});

test('keeps the valid ids of a list when the link is fixed', () => {
  const [invalid, ...others] = invalidFarmParams(new URLSearchParams(`queues=q1,${queue}`));
  expect(others).toEqual([]);
  expect(invalid?.fixed).toEqual([queue]);
  expect(invalid?.sentence).toContain('“q1”');
});
