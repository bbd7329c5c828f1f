import { describe, expect, it } from 'vitest';
import type { ProfileState } from '../request/use-profile';
import { searchResultText } from './search-result-text';

const picture = {
  samples: { total: Uint32Array.of(100, 40), self: Uint32Array.of(0, 40) },
  scope: 1,
  whole: 100,
};

type Found = { samples: number; functions: number };

/** State of a loaded profile; only what the text reads. */
const stateWith = (
  focus: string,
  found?: Found,
  view: ProfileState['view'] = 'overview',
  isSearching = false,
) =>
  ({ profile: { focus, ...(found && { found }) }, view, isSearching }) as Pick<
    ProfileState,
    'profile' | 'view' | 'isSearching'
  >;

describe('searchResultText', () => {
  it('is undefined without a search or a result', () => {
    expect(searchResultText(stateWith('', { samples: 1, functions: 1 }), picture, ' ')).toBeUndefined();
    expect(searchResultText(stateWith(''), picture, 'cart')).toBeUndefined();
  });

  it('is a share of the profile, or of the focused frame of an overview', () => {
    const found = { samples: 20, functions: 1 };
    expect(searchResultText(stateWith('', found), picture, 'cart')).toBe('20.0 % in 1 function');
    expect(searchResultText(stateWith('key', found), picture, 'cart')).toBe(
      '50.0 % of the focused frame in 1 function',
    );
    expect(searchResultText(stateWith('key', found, 'hotspots'), picture, 'cart')).toBe(
      '20.0 % in 1 function',
    );
  });

  it('reports a search whose answer is pending', () => {
    expect(searchResultText(stateWith('', undefined, 'overview', true), picture, 'cart')).toBe('Searching');
  });
});
