import { expect, test } from 'vitest';
import type { Filter } from '@/lib/farm/filters/filter';
import { parseAsFilters } from './filters-param';

const ANN: Filter = { key: 'USER_ID', id: 'ann' };

test.each<[string, Filter[] | null]>([
  ['user:ann', [ANN]],
  ['user:ann,user:ann', [ANN]],
  ['user:a%2c,user:a%2C', [{ key: 'USER_ID', id: 'a,' }]],
  ['user:ann,instance:c6i.4xlarge', [ANN, { key: 'INSTANCE_TYPE', id: 'c6i.4xlarge' }]],
  ['user:', [{ key: 'USER_ID', id: '' }]],
  ['user:a:b', [{ key: 'USER_ID', id: 'a:b' }]],
  ['users', null],
  ['user', null],
  ['', null],
  ['colour:red', null],
  ['user:ann,', null],
])('reads the filters %j', (text, filters) => expect(parseAsFilters.parse(text)).toEqual(filters));

test('keeps commas and percent signs of values', () => {
  const filters: Filter[] = [{ key: 'USER_ID', id: '100 %,2C:x' }, ANN];
  expect(parseAsFilters.parse(parseAsFilters.serialize(filters))).toEqual(filters);
});
