import { expect, test } from 'vitest';
import { foldFrames } from '@/lib/profile/graph/fold-frames';
import { callTree } from '@/lib/profile/testing/text';
import { samplesOf } from '@/lib/profile/transform/screen';
import { zoomTarget } from './zoom-target';

const tree = callTree(`
  main 0
    wide 90
      blink 1
      wink 1
    hair 1
    nail 1
`);
const samples = { total: samplesOf(tree, ['WALL_TIME']), self: samplesOf(tree, ['WALL_TIME'], 'self') };
const nodeOf = (name: string) => tree.name.indexOf(tree.names.indexOf(name));
const target = (focus: string, name: string) => {
  const frames = foldFrames(tree, samples, { focus: nodeOf(focus), px: 50 });
  return tree.names[
    tree.name[
      zoomTarget(
        tree,
        frames,
        frames.findIndex(({ node }) => node === nodeOf(name)),
      )
    ] ?? 0
  ];
};

test('a frame zooms into itself, the focused one into its parent', () => {
  expect([target('', 'wide'), target('main', 'main'), target('wide', 'wide')]).toEqual(['wide', '', 'main']);
});

test('a block zooms into the frame around it', () => {
  expect([target('', 'hair'), target('wide', 'blink')]).toEqual(['main', 'wide']);
});
