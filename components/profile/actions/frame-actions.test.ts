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

/** What changes when `parse` is collapsed while the frame of this path is in focus. */
const collapsed = (...path: string[]) =>
  collapsedChange({ collapsed: [], focus: path.length === 0 ? '' : pathKeyOf(path) }, 'parse', tree);

describe('collapsedChange', () => {
  it('takes a focus below the function away', () => {
    expect(collapsed('main', 'parse', 'read')).toEqual({ collapsed: [functionKey('parse')], focus: '' });
  });

  it.each([
    ['the whole', []],
    ['a frame above it', ['main']],
    ['the function itself', ['main', 'parse']],
    ['a frame beside it', ['render']],
  ])('keeps a focus on %s', (_, path) => {
    expect(collapsed(...path)).toEqual({ collapsed: [functionKey('parse')] });
  });

  it('takes any focus of an inverted tree away', () => {
    const settings = { collapsed: ['a'], focus: functionKey('main') };
    expect(collapsedChange(settings, 'parse', undefined)).toEqual({
      collapsed: ['a', functionKey('parse')],
      focus: '',
    });
  });

  it('changes nothing for a function that is collapsed, nor beyond the most there can be', () => {
    const focus = pathKeyOf(['main', 'parse', 'read']);
    expect(collapsedChange({ collapsed: [functionKey('parse')], focus }, 'parse', tree)).toEqual({});
    const most = Array.from({ length: MAX_HIDDEN }, (_, i) => functionKey(`f${i}`));
    expect(collapsedChange({ collapsed: most, focus }, 'parse', tree)).toEqual({});
  });
});
