import { expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import { type BlockContent, MAX_LISTED } from './block-functions';
import { restText } from './rest-text';

const tree = callTree('main 1');
const content = (listed: number, count: number | undefined): BlockContent => ({
  functions: Array.from({ length: listed }, (_, i) => ({ name: `f${i}`, samples: 1, tree, node: 1 })),
  rest: { count, samples: 20 },
});

it.each([
  [content(3, 2), 'loading', 'Loading more functions …'],
  [content(3, 0), 'loaded', ''],
  [content(3, 0), 'failed', ''],
  [content(3, 2), 'loaded', '2 more functions too small to list: 20.0 % of all, 20 samples in all.'],
  [content(0, 1), 'loaded', '1 function too small to list: 20.0 % of all, 20 samples in all.'],
  [content(MAX_LISTED, 2), 'loaded', '2 more functions not listed: 20.0 % of all, 20 samples in all.'],
  [content(3, 2), 'failed', 'Loading 2 more functions failed: 20.0 % of all, 20 samples in all.'],
  [content(0, undefined), 'failed', 'Loading functions failed: 20.0 % of all, 20 samples in all.'],
  [content(3, undefined), 'loaded', 'Functions that aren’t loaded: 20.0 % of all, 20 samples.'],
] as const)('describes the functions that a list lacks', (lacking, load, text) => {
  expect(restText(lacking, { whole: 100 }, load).replaceAll(/\s/g, ' ')).toBe(text);
});

it('calls no function small when a finer answer may have it', () => {
  expect(restText(content(0, 1), { whole: 100, isCoarse: true }, 'loaded')).toMatch(
    /^1 function not loaded:/,
  );
});
