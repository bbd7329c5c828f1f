import { formatNumber } from '@/lib/answer/format-number';
import { UndecodableProfile } from '../tree/undecodable';
import { depthNotes } from './depth-notes';
import { isDifferenceOfTwo } from './folded/difference';
import { foldedLine, isRemark } from './folded/line';
import { type ImportedProfile, type ImportOptions, MAX_DEPTH } from './imported-profile';
import { checkCount } from './posts/sample-limit';
import { StackCollector } from './stack-collector';
import { linesOf } from './text-content';

const MAX_SHOWN_LENGTH = 60;
const EACH_LINE = 'Each line is a stack and its count, such as "main;parse 12".';

/**
 * Folded stacks (flamegraph.pl and the stackcollapse scripts), one per line: `main;parse;read 12`. Of the two counts that
 * difffolded.pl writes, the second ones are read. Remarks are skipped. So are other lines without a count, with a
 * note. Throws UndecodableProfile when those are at least as many as the stacks.
 */
export function readFolded(utf8: Uint8Array, { state = 'RUNNABLE' }: ImportOptions): ImportedProfile {
  const stacks = new StackCollector();
  const isDifference = isDifferenceOfTwo(utf8);
  const skipped = { count: 0, first: '' };
  let stackCount = 0;
  for (const { line, number } of linesOf(utf8)) {
    if (isRemark(line)) continue;
    const stack = foldedLine(line);
    if (!stack) {
      if (skipped.count === 0) skipped.first = firstSkipped(number, line);
      skipped.count += 1;
      continue;
    }
    checkCount(stack.count, () => `line ${number}`);
    const path = isDifference ? (foldedLine(stack.path)?.path ?? stack.path) : stack.path;
    stacks.stack(path.split(';', MAX_DEPTH + 1).map((name) => ({ name })));
    stacks.count(state, stack.count);
    stackCount += 1;
  }
  if (skipped.count > 0 && skipped.count >= stackCount) throw notFolded(skipped.first);
  if (stackCount === 0) throw new UndecodableProfile(`It has no stacks. ${EACH_LINE}`);
  return {
    format: 'folded stacks',
    tree: stacks.finish(),
    notes: [...depthNotes(stacks.cutStacks), ...differenceNotes(isDifference), ...skippedNotes(skipped)],
  };
}

const differenceNotes = (isDifference: boolean) =>
  isDifference
    ? ['Each line has two counts, before and after (difffolded.pl): the second ones were read.']
    : [];

function skippedNotes({ count, first }: { count: number; first: string }): string[] {
  if (count === 0) return [];
  const lines = count === 1 ? '1 line was' : `${formatNumber(count)} lines were`;
  return [`${lines} skipped: ${first}.`];
}

const notFolded = (first: string) =>
  new UndecodableProfile(`It looks like folded stacks, but ${first}. ${EACH_LINE}`);

const firstSkipped = (number: number, line: string) =>
  `line ${number} has no count at the end: ${JSON.stringify(line.slice(0, MAX_SHOWN_LENGTH))}`;
