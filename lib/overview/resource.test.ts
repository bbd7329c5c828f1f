import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseResources, resourcePath } from './resource';

const FARM = { kind: 'farm', id: `farm-${'0'.repeat(32)}`, name: 'Farm <b>1</b>' } as const;
const LOGIN = { kind: 'canary', id: 'login', name: 'login' } as const;
const GROUP = { kind: 'group', id: 'Shop_1', name: 'Shop_1' } as const;

test('reads what it can, each once, in order', () => {
  const kept = [LOGIN, { kind: 'page', id: 'x', name: 'x' }, FARM, null, 7, LOGIN, GROUP];
  expect(parseResources(JSON.stringify(kept), 10)).toEqual([LOGIN, FARM, GROUP]);
  expect(parseResources(JSON.stringify(kept), 2)).toEqual([LOGIN, FARM]);
});

test.each([
  { ...LOGIN, id: '../farms' },
  { ...FARM, id: 'farm-1' },
  { ...GROUP, id: 'a b' },
  { ...LOGIN, name: '' },
  { ...LOGIN, name: 'x'.repeat(201) },
  { ...LOGIN, name: 7 },
  { ...LOGIN, kind: 'constructor' },
])('leaves out %j', (value) => expect(parseResources(JSON.stringify([value]), 10)).toEqual([]));

test('never fails, whatever the browser kept', () => {
  expect(parseResources(null, 10)).toEqual([]);
  fc.assert(fc.property(fc.string(), (text) => parseResources(text, 10).length <= 10));
  fc.assert(fc.property(fc.json(), (text) => parseResources(text, 10).length <= 10));
});

test('leads to the page of a resource', () => {
  expect([LOGIN, FARM, GROUP].map(resourcePath)).toEqual([
    '/canaries/login',
    `/farms/farm-${'0'.repeat(32)}`,
    '/profiles/Shop_1',
  ]);
});
