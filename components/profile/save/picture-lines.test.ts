import { expect, it } from 'vitest';
import { functionKey } from '@/lib/profile/tree/path-key';
import { changedLines, choiceLines } from './picture-lines';

const SETTINGS = {
  search: ' cart ',
  maxDepth: 20,
  recursion: null,
  chains: null,
  data: 'cpu',
  view: 'overview',
} as const;

const functions = (...names: string[]) => names.map((name) => ({ name, key: functionKey(name) }));
const CHANGED = { hidden: functions('com.example.Cart:load', 'main'), collapsed: functions('app.ts:run') };

it('describes the settings in one line, with the hidden and collapsed functions', () => {
  expect(choiceLines(SETTINGS, { changed: CHANGED, found: '3 %', deeper: '87.0 % are deeper' })).toEqual([
    'Search: cart (3 %) · Data: CPU · Depth: 20 (87.0 % are deeper) · Hidden: Cart.load, main · Collapsed: run',
  ]);
  expect(choiceLines(SETTINGS, { changed: undefined })).toEqual(['Search: cart · Data: CPU · Depth: 20']);
});

it('states that chains are folded, where the view folds them', () => {
  const folded = { ...SETTINGS, search: '', maxDepth: null, chains: 'folded' } as const;
  expect(choiceLines(folded, { changed: undefined })).toEqual(['Data: CPU · Chains of frames folded']);
  expect(choiceLines({ ...folded, view: 'hotspots' }, { changed: undefined })).toEqual(['Data: CPU']);
});

it('lists only the functions, and nothing when there are none', () => {
  expect(changedLines(CHANGED)).toEqual(['Hidden: Cart.load, main · Collapsed: run']);
  expect(changedLines({ hidden: [], collapsed: functions('main') })).toEqual(['Collapsed: main']);
  expect(changedLines({ hidden: [], collapsed: [] })).toEqual([]);
});
