import { expect, test } from 'vitest';
import type { CategoryAction, ChartActions } from './chart-actions';
import { hintOf, keysText } from './hint';

const noop = () => {};
const actions = (kinds: (CategoryAction['kind'] | undefined)[], canZoom = true): ChartActions => ({
  actionOf: (at) => (kinds[at] ? { kind: kinds[at], act: noop } : undefined),
  zoom: canZoom ? noop : undefined,
});

test('says what the keys do, and nothing else', () => {
  const go = 'Left and right go along the bars, up and down through their groups.';
  const select = 'Shift with left or right selects bars to zoom to.';
  expect(keysText(2, actions(['isolate', 'isolate']))).toBe(
    `${go} Enter shows only the group or zooms to the bar. ${select}`,
  );
  expect(keysText(2, actions(['isolate', 'open totals'], false))).toBe(
    `${go} Enter shows only the group or goes from the others to the totals of all groups.`,
  );
  expect(keysText(2, actions([undefined, undefined], false))).toBe(go);
});

test('tells what Enter does at a cursor', () => {
  const at = (category?: number) => ({
    bucket: 0,
    isKeyed: true,
    ...(category !== undefined && { category }),
  });
  const some = actions(['isolate', 'show all', 'open totals', undefined]);
  expect([0, 1, 2, 3, undefined].map((category) => hintOf(at(category), some))).toEqual([
    ...[
      'Enter shows only this group.',
      'Enter shows all groups again.',
      'Enter goes to the totals of all groups.',
    ],
    ...[undefined, 'Enter zooms to this bar.'],
  ]);
  expect(hintOf({ ...at(0), isKeyed: false }, some)).toBeUndefined();
});
