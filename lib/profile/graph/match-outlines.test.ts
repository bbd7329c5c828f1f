import { expect, it } from 'vitest';
import { contrast, hex } from '../testing/contrast';
import { callTree } from '../testing/text';
import { samplesOf } from '../transform/screen';
import { foldFrames } from './fold-frames';
import { MATCH_TONES, UNMATCHED_TONES } from './frame-colour';
import { drawnMatches, isMatch, matchOutlines, OUTLINE_COLOURS, OUTLINE_PX } from './match-outlines';

const tree = callTree(`
  main 0
    wide 994
    two 2
    far 2
    tiny 1
    small 1
`);
const samples = { total: samplesOf(tree, tree.states), self: samplesOf(tree, tree.states, 'self') };
const frames = foldFrames(tree, samples, { focus: 0, px: 1000 });
const matching = (...names: string[]) =>
  Uint8Array.from(tree.name, (name) => (names.includes(tree.names[name] ?? '') ? 1 : 0));
const outlines = (rootOnTop: boolean, ...names: string[]) =>
  matchOutlines(frames, matching(...names), { px: 1000, rootOnTop });

it('draws a line inside each match', () => {
  expect(outlines(true, 'wide')).toBe('M0.75 40.75h991.50v17.5h-991.50z');
  expect(outlines(false, 'wide', 'main')).toBe(
    'M0.75 20.75h997.50v17.5h-997.50zM0.75 0.75h991.50v17.5h-991.50z',
  );
  expect(outlines(true)).toBe('');
  expect(matchOutlines(frames, undefined, { px: 1000, rootOnTop: true })).toBe('');
});

it('fills a match of two pixels without leaving its place', () => {
  const [, x = 0, width = 0] = /^M(\S+) \S+h([\d.]+)v/.exec(outlines(true, 'two'))?.map(Number) ?? [];
  expect(x - OUTLINE_PX / 2).toBeCloseTo(994, 1);
  expect(x + width + OUTLINE_PX / 2).toBeLessThanOrEqual(996);
  expect(width + OUTLINE_PX).toBeGreaterThanOrEqual(1.5);
});

it('counts drawn matches only', () => {
  const narrow = foldFrames(tree, samples, { focus: 0, px: 500 });
  const matched = matching('wide', 'two', 'tiny', 'small');
  const found = narrow.filter((frame) => isMatch(frame, matched));
  expect(drawnMatches(found, tree)).toEqual({ frames: 2, names: new Set(['wide', 'two']) });
  expect(drawnMatches([], tree).frames).toBe(0);
});

it.each(['light', 'dark'] as const)('stands out from every other frame in the %s scheme', (scheme) => {
  for (const tones of [UNMATCHED_TONES, MATCH_TONES])
    expect(contrast(hex(OUTLINE_COLOURS[scheme]), hex(tones[scheme]))).toBeGreaterThan(3);
});
