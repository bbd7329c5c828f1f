import { expect, it } from 'vitest';
import { nameMatches, normalizeQuery } from '../transform/search';
import { searchNames } from '../transform/search-names';
import { otherCodeFilter, otherPackagesFilter, ownCodeFilter, packageFilter } from './frame-filter';

const NAMES = [
  '',
  'com.acme.Cart:Cart:add',
  'com.acme.cart.Items:Items:sum',
  'com.acme:Main:run',
  'comXacme.cart:Other:run',
  'JSON.codec:encode',
  'json.codec:decode',
  '<gc>',
];

function found(filter: ReturnType<typeof packageFilter>): string[] {
  if (!filter || !('search' in filter)) throw new Error('not a search');
  const result = searchNames(NAMES, normalizeQuery(filter.search));
  if ('searchError' in result) throw new Error(result.searchError);
  return NAMES.filter((_, i) => result.matching[i] === 1);
}

it('finds exactly the functions of a package', () => {
  expect(found(packageFilter('com.acme'))).toEqual(['com.acme.Cart:Cart:add', 'com.acme:Main:run']);
  expect(found(packageFilter('com.acme.cart'))).toEqual(['com.acme.cart.Items:Items:sum']);
  expect(found(packageFilter('JSON'))).toEqual(['JSON.codec:encode']);
  expect(found(packageFilter('json'))).toEqual(['json.codec:decode']);
  expect(found(packageFilter(''))).toEqual(['<gc>']);
  expect(packageFilter('x'.repeat(193))).toBeUndefined();
});

it('finds the same functions of a package in the browser', () => {
  for (const name of ['com.acme', 'com.acme.cart', 'JSON', 'json', '']) {
    const filter = packageFilter(name);
    const query = filter && 'search' in filter ? normalizeQuery(filter.search) : '';
    expect(NAMES.filter((each) => nameMatches(each, query))).toEqual(found(filter));
  }
});

it('finds own code by its prefixes, and nothing that only contains them', () => {
  expect(found(ownCodeFilter(['com.acme.c', 'JSON.codec:']))).toEqual([
    'com.acme.cart.Items:Items:sum',
    'JSON.codec:encode',
  ]);
  expect(found(ownCodeFilter(['com.']))).toHaveLength(3);
  expect(found(ownCodeFilter(['<gc', '']))).toEqual(['<gc>']);
  expect(ownCodeFilter([])).toBeUndefined();
  expect(ownCodeFilter(Array.from({ length: 20 }, (_, i) => `com.example.team${i}.`))).toBeUndefined();
});

it('finds the functions of all other packages, and none without a package', () => {
  const slots = ['com.acme', '', 'JSON'];
  const others = ['com.acme.cart.Items:Items:sum', 'comXacme.cart:Other:run', 'json.codec:decode'];
  expect(found(otherPackagesFilter(slots))).toEqual(others);
  expect(NAMES.filter((name) => nameMatches(name, 'package:-com.acme,JSON'))).toEqual(others);
  expect(otherPackagesFilter(['x'.repeat(200)])).toBeUndefined();
  expect(otherPackagesFilter(['a,b'])).toBeUndefined();
});

it('finds all functions that aren’t own code', () => {
  const own = ['com.acme.c', 'JSON.codec:'];
  const all = [...found(ownCodeFilter(own)), ...found(otherCodeFilter(own))];
  expect(all.sort()).toEqual(NAMES.filter((name) => name !== '').sort());
  expect(found(otherCodeFilter(['com.acme']))).toEqual([
    'comXacme.cart:Other:run',
    'JSON.codec:encode',
    'json.codec:decode',
    '<gc>',
  ]);
  expect(otherCodeFilter([])).toBeUndefined();
});
