import { expect, it } from 'vitest';
import { functionKey } from '@/lib/profile/tree/path-key';
import { changedLines, choiceLines } from './picture-lines';

const SETTINGS = { search: ' cart ', maxDepth: 20, recursion: null, data: 'cpu' } as const;

const functions = (...names: string[]) => names.map((name) => ({ name, key: functionKey(name) }));
const KNOWN = { hidden: functions('com.example.Cart:load', 'main'), collapsed: functions('app.ts:run') };

it('tells what was chosen in one line, with the functions of the profile that is shown', () => {
  expect(choiceLines(SETTINGS, KNOWN, '3 %')).toEqual([
    'Search: cart (3 %) · Data: CPU · Depth: 20 · Hidden: Cart.load, main · Collapsed: run',
  ]);
  expect(choiceLines(SETTINGS, undefined, undefined)).toEqual(['Search: cart · Data: CPU · Depth: 20']);
});

it('tells of the functions alone, and nothing when there are none', () => {
  expect(changedLines(KNOWN)).toEqual(['Hidden: Cart.load, main · Collapsed: run']);
  expect(changedLines({ hidden: [], collapsed: functions('main') })).toEqual(['Collapsed: main']);
  expect(changedLines({ hidden: [], collapsed: [] })).toEqual([]);
});
