import { expect, test } from 'vitest';
import { namePartsOf } from './name-parts';
import { SAMPLE_PATTERNS } from './sample-patterns';

test('splits names by named groups', () => {
  expect(namePartsOf('^(?<sequence>sq\\d+)_(?<shot>sh\\d+)', ['sq010_sh0200_fx_v003', 'a test'])).toEqual({
    kind: 'parts',
    labels: ['Sequence', 'Shot'],
    parts: [['sq010', 'sh0200'], null],
  });
});

test('numbers groups unless all have names, and leaves a part empty that is not in a name', () => {
  expect(namePartsOf('^(\\w+?)_(?<shot>sh\\d+)?', ['dune_sh1', 'dune_x'])).toEqual({
    kind: 'parts',
    labels: ['Part 1', 'Part 2'],
    parts: [
      ['dune', 'sh1'],
      ['dune', ''],
    ],
  });
});

test.each([
  ['(', 'invalid'],
  ['(?<a>x)|(?<a>', 'invalid'],
  ['sq\\d+', 'no groups'],
  ['', 'no groups'],
  ['(?:a)', 'no groups'],
  ['(a)(b)(c)(d)(e)(f)(g)', 'too many groups'],
])('refuses %s: %s', (pattern, kind) => {
  expect(namePartsOf(pattern, ['a']).kind).toBe(kind);
});

test('offers patterns that try to match the rest of a name at a few places only', () => {
  for (const { pattern } of SAMPLE_PATTERNS) if (pattern.includes('.*')) expect(pattern).toMatch(/^\^/);
  const [, { pattern }] = SAMPLE_PATTERNS;
  const prefixes = ['', 'a_', 'a_b_', 'a_b_c_', 'a_b_c_d_'].map((prefix) => `${prefix}sq1_sh2_light_v3`);
  const found = namePartsOf(pattern, prefixes);
  const parts = ['sq1', 'sh2', 'v3'];
  expect(found).toMatchObject({ parts: [parts, parts, parts, parts, null] });
});

test('offers patterns that are valid and match what they name', () => {
  const names = ['dune_sq010_sh0200_v003', 'sq010_sh0200_lighting_v012', 'city-night final'];
  const matched = SAMPLE_PATTERNS.map(({ label, pattern }) => {
    const found = namePartsOf(pattern, names);
    if (found.kind !== 'parts') throw new Error(`${label}: ${found.kind}`);
    return [label, ...found.parts.map((parts) => parts?.join(' ') ?? '–')];
  });
  expect(matched).toEqual([
    ['Sequence, shot', 'sq010 sh0200', 'sq010 sh0200', '–'],
    ['Sequence, shot, version', 'sq010 sh0200 v003', 'sq010 sh0200 v012', '–'],
    ['Show, sequence, shot, version', 'dune sq010 sh0200 v003', '–', '–'],
    ['First two words', 'dune sq010', 'sq010 sh0200', 'city night'],
  ]);
});
