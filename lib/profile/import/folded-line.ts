/** A line of folded stacks: the path of a stack and its count. */
export type FoldedLine = { path: string; count: number };

/** `20`, `20.`, `20.5` and `.5`, as flamegraph.pl reads them. */
const COUNT = /^(?:\d+\.?\d*|\.\d+)$/;
/** A `#` alone or before white space, a shebang, and `//`; names such as `#=zAbc` of obfuscated programs start with # too. */
const REMARK = /^(?:#(?:[\s!#]|$)|\/\/)/;

const LINE_BREAK = 0x0a;

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

/** The lines of UTF-8 text, trimmed, with their numbers. */
export function* linesOf(utf8: Uint8Array): Generator<{ line: string; number: number }> {
  const text = Buffer.from(utf8.buffer, utf8.byteOffset, utf8.length);
  let number = 0;
  for (let from = 0; from < text.length; ) {
    const at = text.indexOf(LINE_BREAK, from);
    const to = at < 0 ? text.length : at;
    number += 1;
    yield { line: text.toString('utf8', from, to).trim(), number };
    from = to + 1;
  }
}
