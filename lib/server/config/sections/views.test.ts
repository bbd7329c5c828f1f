import { expect, test } from 'vitest';
import { parseConfig } from '../parse-config';

const FARM = `farm-${'0'.repeat(32)}`;
const views = (...lines: string[]) =>
  parseConfig('triptych.config.json', ['{ "views": [', ...lines, '] }'].join('\n')).views;

test('reads views with names, patterns, a farm and a frame', () => {
  const view = {
    name: 'Checkout',
    canaries: ['checkout-*', 'login'],
    farm: FARM,
    profilingGroups: ['checkout'],
    frame: 'shop.Cart.total',
  };
  expect(views(JSON.stringify(view))).toEqual([view]);
  expect(views(JSON.stringify({ name: 'Farm', farm: FARM }))).toEqual([{ name: 'Farm', farm: FARM }]);
});

test.each([
  ['{ "name": "A" }', 1, 'views[0] must have canaries, a farm or profilingGroups.'],
  ['{ "canaries": ["a"] }', 1, 'views[0].name must be a text of 1 to 60 characters.'],
  ['{ "name": "A", "canaries": [] }', 28, 'views[0].canaries must be a list of 1 to 100 names of canaries.'],
  ['{ "name": "A", "canaries": "a" }', 28, 'views[0].canaries must be a list of 1 to 100 names of canaries.'],
  [
    '{ "name": "A", "canaries": ["a", "Ä"] }',
    34,
    'views[0].canaries[1] must be a name of at most 255 lower-case',
  ],
  ['{ "name": "A", "farm": "lighting" }', 24, 'views[0].farm must be the id of a farm: farm- and 32'],
  [
    '{ "name": "A", "profilingGroups": ["a b"] }',
    36,
    'views[0].profilingGroups[0] must be a name of at most 255 letters',
  ],
  [
    '{ "name": "A", "canaries": ["a"], "frame": "f" }',
    44,
    'views[0].frame needs profilingGroups in which it is looked for.',
  ],
  [
    '{ "name": "A", "canary": "a" }',
    26,
    'views[0] has an unknown member canary: its members are name, canaries',
  ],
])('names the place, the field, and what would be right of %s', (view, column, sentence) => {
  expect(() => views(view)).toThrow(`triptych.config.json, line 2, column ${column}: ${sentence}`);
});

test('refuses two views with one name', () => {
  const view = '{ "name": "A", "canaries": ["*"] }';
  expect(() => views(`${view},`, view)).toThrow(
    'line 3, column 1: views[1] must be another view than views[0], which has the same name.',
  );
});
