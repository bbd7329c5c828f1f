import { describe, expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import { functionKey, pathKeyOf } from '@/lib/profile/tree/path-key';
import { MAX_HIDDEN } from '@/lib/profile/view/choice';
import { collapsedChange } from './frame-actions';

const tree = callTree(`
  main 1
    parse 2
      read 4
  render 8
    parse 16
`);

/** The change when `parse` is collapsed while the frame of this path is in focus. */
const collapsed = (...path: string[]) =>
  collapsedChange({ collapsed: [], focus: path.length === 0 ? '' : pathKeyOf(path) }, 'parse', tree);

describe('collapsedChange', () => {
  it('resets a focus below the function', () => {
    expect(collapsed('main', 'parse', 'read')).toEqual({ collapsed: [functionKey('parse')], focus: '' });
  });

  it.each([
    ['the whole profile', []],
    ['a frame above it', ['main']],
    ['the function itself', ['main', 'parse']],
    ['a frame beside it', ['render']],
  ])('keeps a focus on %s', (_, path) => {
    expect(collapsed(...path)).toEqual({ collapsed: [functionKey('parse')] });
  });

  it('resets any focus in an inverted tree', () => {
    const settings = { collapsed: ['a'], focus: functionKey('main') };
    expect(collapsedChange(settings, 'parse', undefined)).toEqual({
      collapsed: ['a', functionKey('parse')],
      focus: '',
    });
  });

  it('changes nothing for a collapsed function or beyond the maximum', () => {
    const focus = pathKeyOf(['main', 'parse', 'read']);
    expect(collapsedChange({ collapsed: [functionKey('parse')], focus }, 'parse', tree)).toEqual({});
    const full = Array.from({ length: MAX_HIDDEN }, (_, i) => functionKey(`f${i}`));
    expect(collapsedChange({ collapsed: full, focus }, 'parse', tree)).toEqual({});
  });
});
