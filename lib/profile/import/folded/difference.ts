import { linesOf } from '../text-content';
import { foldedLine, isRemark } from './line';

/**
 * Whether difffolded.pl wrote the stacks: each ends in two counts, before and after. A number at the end of a name, as in `thread 1 5`,
 * isn't a count: difffolded.pl lists each stack once, and its files have stacks of more than one frame, or some that are gone after.
 */
export function isDifferenceOfTwo(utf8: Uint8Array): boolean {
  const paths = new Set<string>();
  let hasCallers = false;
  let hasGone = false;
  for (const { line } of linesOf(utf8)) {
    if (isRemark(line)) continue;
    const after = foldedLine(line);
    const before = after && foldedLine(after.path);
    if (!before || paths.has(before.path)) return false;
    paths.add(before.path);
    hasCallers ||= before.path.includes(';');
    hasGone ||= after.count === 0;
  }
  return paths.size > 1 && (hasCallers || hasGone);
}
