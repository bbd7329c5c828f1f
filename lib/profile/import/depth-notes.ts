import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import type { CallTree } from '../tree/call-tree';
import { cutAtDepth } from '../tree/cut-at-depth';
import { type ImportedProfile, MAX_DEPTH } from './imported-profile';

/** A note on the stacks that were cut, if any. */
export function depthNotes(cutStacks: number): string[] {
  if (cutStacks === 0) return [];
  const stacks = `${counted(cutStacks, 'stack')} ${cutStacks === 1 ? 'is' : 'are'}`;
  const depth = formatNumber(MAX_DEPTH);
  return [`${stacks} deeper than ${depth} frames; samples of deeper frames count for frame ${depth}.`];
}

/** A tree without the frames that are too deep, and a note on its stacks that were cut, if any. */
export function cutWithNote(tree: CallTree): Pick<ImportedProfile, 'tree' | 'notes'> {
  let cutStacks = 0;
  for (let node = 0; node < tree.depth.length; node++) {
    if ((tree.depth[node] ?? 0) > MAX_DEPTH && tree.self.some((column) => column[node])) cutStacks += 1;
  }
  return { tree: cutAtDepth(tree, MAX_DEPTH), notes: depthNotes(cutStacks) };
}
