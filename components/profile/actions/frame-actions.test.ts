import { describe, expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import { foldChains } from '@/lib/profile/transform/fold-chains';
import { functionKey, pathKeyOf } from '@/lib/profile/tree/path-key';
import { MAX_HIDDEN } from '@/lib/profile/view/choice';
import type { ProfileSettings } from '../settings/profile-settings';
import { actOnKey, collapsedChange, type FrameActions, frameActions } from './frame-actions';

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

describe('a folded run', () => {
  const folded = foldChains(callTree('main 1000\n  a 0\n    b 0\n      c 0\n        d 9'));
  const changes: unknown[] = [];
  const actions = frameActions({
    tree: folded,
    isInverted: false,
    settings: {} as ProfileSettings,
    onChange: async (change) => changes.push(change),
    zoom: () => undefined,
    template: '',
  });

  it('is unfolded at its first frame', () => {
    actions.unfold(2);
    expect(changes).toEqual([{ chains: null, focus: pathKeyOf(['main', 'a']) }]);
  });

  it('has no action of a function', () => {
    const name = folded.names[folded.name[2] ?? 0] ?? '';
    const done: string[] = [];
    const record = (action: string) => () => void done.push(action);
    const recorded = Object.fromEntries(
      Object.keys(actions).map((action) => [action, record(action)]),
    ) as unknown as FrameActions;
    for (const key of ['i', 'h', 'o', 'f']) expect(actOnKey(key, 2, name, recorded)).toBe(false);
    for (const key of ['c', 's']) expect(actOnKey(key, 2, name, recorded)).toBe(true);
    expect(done).toEqual(['copyName', 'copyStack']);
  });
});
