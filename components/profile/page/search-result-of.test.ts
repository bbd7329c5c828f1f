import { describe, expect, it } from 'vitest';
import type { FoundFrames } from '@/lib/profile/view/view';
import type { ProfileState } from '../request/use-profile';
import { searchResultOf } from './search-result-of';

const picture = {
  samples: { total: Uint32Array.of(100, 40), self: Uint32Array.of(0, 40) },
  states: ['BLOCKED', 'RUNNABLE'],
  scope: 1,
  whole: 100,
};

const FOUND: FoundFrames = { samples: 20, functions: 1, frames: 12 };

type Loaded = { focus?: string; found?: FoundFrames; searchError?: string };

/** State of a loaded profile; only what the result reads. */
const stateWith = (profile: Loaded, view: ProfileState['view'] = 'overview', isSearching = false) =>
  ({ profile: { focus: '', ...profile }, view, isSearching }) as Pick<ProfileState, 'profile' | 'view'> & {
    isSearching: boolean;
  };

/** Drawn matches of as many functions. */
const drawn = (frames: number, functions = Math.min(frames, 1)) => ({
  frames,
  names: new Set(Array.from({ length: functions }, (_, i) => `cart${i}`)),
});

const textOf = (state: ReturnType<typeof stateWith>, matches?: ReturnType<typeof drawn>) =>
  searchResultOf(state, picture, 'cart', matches)?.text;

describe('searchResultOf', () => {
  it('is undefined without a search or a result', () => {
    expect(searchResultOf(stateWith({ found: FOUND }), picture, ' ')).toBeUndefined();
    expect(searchResultOf(stateWith({}), picture, 'cart')).toBeUndefined();
  });

  it('is a share of the profile, or of the focused frame of an overview', () => {
    expect(textOf(stateWith({ found: FOUND }))).toBe('20.0 % of all samples in 1 function');
    expect(textOf(stateWith({ focus: 'key', found: FOUND }))).toBe(
      '50.0 % of the focused frame in 1 function',
    );
    expect(textOf(stateWith({ focus: 'key', found: FOUND }, 'hotspots'))).toBe(
      '20.0 % of all samples in 1 function',
    );
  });

  it('counts the matches and those that are drawn', () => {
    expect(textOf(stateWith({ found: FOUND }), drawn(9))).toBe(
      '20.0 % of all samples in 1 function · 12 matches, 9 drawn',
    );
    expect(textOf(stateWith({ found: { ...FOUND, frames: 1 } }), drawn(0))).toContain(' · 1 match, 0 drawn');
  });

  it('counts functions in views whose frames aren’t those of the call tree', () => {
    const textIn = (functions: number, matches: ReturnType<typeof drawn>) =>
      textOf(stateWith({ found: { ...FOUND, functions } }, 'hotspots'), matches);
    expect(textIn(1, drawn(3))).toBe('20.0 % of all samples in 1 function · drawn in 3 frames');
    expect(textIn(1, drawn(0))).toContain('in 1 function · not drawn');
    expect(textIn(5, drawn(7, 2))).toContain('in 5 functions · 2 of them drawn, in 7 frames');
    expect(textIn(5, drawn(0))).toContain('in 5 functions · none of them drawn');
  });

  it('reports that nothing matches, or only in other thread states', () => {
    const none = { samples: 0, functions: 0, frames: 0 };
    expect(textOf(stateWith({ found: none }))).toBe('No function matches.');
    expect(textOf(stateWith({ found: none, focus: 'key' }))).toBe(
      'No function in the focused frame matches.',
    );
    expect(searchResultOf(stateWith({ found: { ...none, isElsewhere: true } }), picture, 'cart')).toEqual({
      text: 'No match has samples in RUNNABLE, BLOCKED.',
      isElsewhere: true,
    });
  });

  it('reports a search whose answer is pending, and one that failed', () => {
    expect(textOf(stateWith({}, 'overview', true))).toBe('Searching …');
    const searchError = 'The search took too long and was stopped. Try a simpler expression.';
    expect(searchResultOf(stateWith({ searchError }), picture, 'cart')).toEqual({
      text: searchError,
      isError: true,
    });
  });
});
