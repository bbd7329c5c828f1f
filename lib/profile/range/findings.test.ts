import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { parseExpression } from '../transform/search';
import { findingsSpan, searchForMatches, unanalysedNotes } from './findings';

const NOON = Date.parse('2026-11-24T12:00:00Z');

const match = (name: string) => ({ name, path: [name], share: 0.1 });

describe('findingsSpan', () => {
  it('extends to whole steps of five minutes', () => {
    expect(findingsSpan({ from: NOON - HOUR + 1, to: NOON + MINUTE })).toEqual({
      from: NOON - HOUR,
      to: NOON + 5 * MINUTE,
    });
  });

  it('is limited to the newest week', () => {
    expect(findingsSpan({ from: NOON - 30 * DAY, to: NOON })).toEqual({ from: NOON - 7 * DAY, to: NOON });
  });
});

it('notes that only a week of a longer range is analysed, but nothing for a week between two steps', () => {
  expect(unanalysedNotes({ from: NOON - 30 * DAY, to: NOON })).toHaveLength(1);
  expect(unanalysedNotes({ from: NOON - 7 * DAY + 1, to: NOON + 1 })).toEqual([]);
});

describe('searchForMatches', () => {
  it('is the name of the function when all places have the same', () => {
    expect(searchForMatches([match('re:compile'), match('re:compile')])).toBe('re:compile');
    expect(searchForMatches([])).toBe('');
  });

  it('matches all functions and no others', () => {
    const { source = '' } = parseExpression(searchForMatches([match('a.b:C$1'), match('x/y:(z)')])) ?? {};
    const found = ['a.b:C$1', 'x/y:(z)', 'aXb:C$1', 'a.b:C$12'].filter((name) =>
      new RegExp(source).test(name),
    );
    expect(found).toEqual(['a.b:C$1', 'x/y:(z)']);
  });

  it('includes as many functions as fit into one search', () => {
    const search = searchForMatches([
      match('a'.repeat(300)),
      match('short'),
      match('b'.repeat(180)),
      match('c'.repeat(40)),
    ]);
    expect(search.length).toBeLessThanOrEqual(200);
    expect(search).toMatch(/^\/\^\(\?:short\|b+\)\$\/$/);
  });
});
