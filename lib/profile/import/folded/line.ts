/** A line of folded stacks: the path of a stack and its count. */
export type FoldedLine = { path: string; count: number };

/** `20`, `20.`, `20.5` and `.5`, as flamegraph.pl reads them. */
const COUNT = /^(?:\d+\.?\d*|\.\d+)$/;
/** A `#` alone or before white space, a shebang, and `//`; names such as `#=zAbc` of obfuscated programs start with # too. */
const REMARK = /^(?:#(?:[\s!#]|$)|\/\/)/;

/** Parses a trimmed line; undefined when it has no count at its end. */
export function foldedLine(line: string): FoldedLine | undefined {
  // The last space, because names may contain spaces.
  const space = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
  const count = line.slice(space + 1);
  return space < 0 || !COUNT.test(count)
    ? undefined
    : { path: line.slice(0, space).trimEnd(), count: Number(count) };
}

/** Whether a line is empty or for human readers only, even if it ends in a number. */
export const isRemark = (line: string) => line === '' || (REMARK.test(line) && !line.includes(';'));
