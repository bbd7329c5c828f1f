import { MAX_DEPTH } from './imported-profile';
import type { StackCollector } from './stack-collector';

/** A note on the stacks that were cut, if any. */
export function depthNotes({ cutStacks }: StackCollector): string[] {
  if (cutStacks === 0) return [];
  const stacks = cutStacks === 1 ? '1 stack is' : `${cutStacks.toLocaleString('en-US')} stacks are`;
  const depth = MAX_DEPTH.toLocaleString('en-US');
  return [`${stacks} deeper than ${depth} frames; samples of deeper frames count for frame ${depth}.`];
}
