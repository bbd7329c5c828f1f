import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, stacks } from '../testing/arbitrary-tree';
import { callTree } from '../testing/text';
import type { CallTree } from '../tree/call-tree';
import { samplesOf } from './screen';
import { MAX_SEARCH_LENGTH, matchedNodes, normalizeQuery, searchMatching, stepToMatch } from './search';
import { searchNames } from './search-names';

const tree = callTree(`
  main 1
    json:parse 2
      JSON:read 4
    render 8
  json:dump 16
`);
const samples = samplesOf(tree, ['WALL_TIME']);

function search(any: CallTree, text: string) {
  const found = searchNames(any.names, normalizeQuery(text));
  if ('searchError' in found) throw new Error(found.searchError);
  return searchMatching(any, found.matching, samplesOf(any, any.states));
}

describe('searchMatching', () => {
  it('counts samples below nested matches once', () => {
    expect(search(tree, ' JsOn ')).toEqual({
      matched: Uint8Array.of(0, 0, 1, 1, 0, 1),
      frames: 3,
      functions: 3,
      samples: 22,
    });
  });

  it('doesn’t treat plain text as a pattern', () => {
    expect(search(tree, '.*(').frames).toBe(0);
    expect(search(tree, ' ').frames).toBe(0);
  });

  it('searches only the subtree of the focus', () => {
    const matching = Uint8Array.from(tree.names, (name) => Number(name.startsWith('json')));
    expect(searchMatching(tree, matching, samples, 1)).toMatchObject({ frames: 1, samples: 6 });
  });

  it('sums the samples of all stacks with a matching name', () => {
    fc.assert(
      fc.property(arbitraryTree, fc.constantFrom('a', 'C', 'p', '/^[ab]$/', '/__|C/i'), (any, text) => {
        const { frames, samples: found } = search(any, text);
        const isFound = (name: string) =>
          text.startsWith('/')
            ? new RegExp(text.split('/')[1] ?? '', text.split('/')[2]).test(name)
            : name.toLowerCase().includes(text.toLowerCase());
        const of = stacks(any, (names) => (names.some(isFound) ? names : undefined));
        expect(found).toBe(of.reduce((sum, line) => sum + Number(/\d+$/.exec(line)), 0));
        const total = samplesOf(any, any.states);
        const isCounted = (name: number, node: number) =>
          node > 0 && (total[node] ?? 0) > 0 && isFound(any.names[name] ?? '');
        expect(frames).toBe(Array.from(any.name).filter(isCounted).length);
      }),
    );
  });
});

describe('normalizeQuery', () => {
  it('keeps the case of an expression, and treats one that is too long as text', () => {
    expect(normalizeQuery(' /\\S+Service/ ')).toBe('/\\S+Service/');
    expect(normalizeQuery('/Ab')).toBe('/ab');
    expect(normalizeQuery('//')).toBe('//');
    expect(normalizeQuery(`/${'A'.repeat(MAX_SEARCH_LENGTH)}/`)).toBe(
      `/${'a'.repeat(MAX_SEARCH_LENGTH - 1)}`,
    );
  });
});

describe('stepToMatch', () => {
  it('wraps around and returns the position', () => {
    const matched = Uint8Array.of(0, 0, 1, 1, 0, 1);
    expect(stepToMatch(matched, 0, 'next')).toEqual({ node: 2, position: 1, count: 3 });
    expect(stepToMatch(matched, 3, 'next')).toEqual({ node: 5, position: 3, count: 3 });
    expect(stepToMatch(matched, 5, 'next')).toEqual({ node: 2, position: 1, count: 3 });
    expect(stepToMatch(matched, 5, 'previous')).toEqual({ node: 3, position: 2, count: 3 });
    expect(stepToMatch(matched, 0, 'previous')).toEqual({ node: 5, position: 3, count: 3 });
    expect(stepToMatch(new Uint8Array(6), 0, 'next')).toBeUndefined();
  });
});

describe('matchedNodes', () => {
  const tree = callTree(`
    main 0
      parseOrder 1
      Order:load 2
  `);

  it('finds frames whose name contains a text, ignoring case', () => {
    expect([...(matchedNodes(tree, ' ORDER ', undefined) ?? [])]).toEqual([0, 0, 1, 1]);
    expect(matchedNodes(tree, ' ', undefined)).toBe(undefined);
  });

  it('agrees with the server', () => {
    fc.assert(
      fc.property(arbitraryTree, fc.constantFrom('a', 'b', 'ab', '1', 'z'), (any, text) => {
        const found = searchNames(any.names, normalizeQuery(text));
        const matching = 'matching' in found ? found.matching : new Uint8Array();
        const expected = Array.from(any.name, (name) => matching[name] ?? 0);
        expect([...(matchedNodes(any, text, undefined) ?? [])]).toEqual(expected);
      }),
    );
  });

  it('relies on the server for an expression', () => {
    const fromServer = Uint8Array.of(0, 1, 0, 0);
    expect(matchedNodes(tree, '/^main$/', fromServer)).toBe(fromServer);
  });
});
