import { UndecodableProfile } from '../tree/undecodable';
import { depthNotes } from './depth-notes';
import { type ImportedProfile, type ImportOptions, MAX_DEPTH } from './imported-profile';
import { StackCollector } from './stack-collector';

const LINE_BREAK = 0x0a;
const COUNT = /^\d{1,19}(?:\.\d{1,19})?$/;
const MAX_SHOWN_LENGTH = 60;

/**
 * Folded stacks (flamegraph.pl and the stackcollapse scripts), one per line: `main;parse;read 12`. Skips empty lines and lines that
 * start with #. Throws UndecodableProfile at the first other line.
 */
export function readFolded(bytes: Uint8Array, { state = 'RUNNABLE' }: ImportOptions): ImportedProfile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const stacks = new StackCollector();
  let lineNumber = 0;
  let stackCount = 0;
  for (let from = 0; from < text.length; ) {
    const at = text.indexOf(LINE_BREAK, from);
    const to = at < 0 ? text.length : at;
    lineNumber += 1;
    const line = text.toString('utf8', from, to).trim();
    from = to + 1;
    if (line === '' || line.startsWith('#')) continue;
    // The last space, because names may contain spaces.
    const space = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
    const samples = line.slice(space + 1);
    if (space < 0 || !COUNT.test(samples)) throw notFolded(lineNumber, line);
    stacks.stack(
      line
        .slice(0, space)
        .trimEnd()
        .split(';', MAX_DEPTH + 1)
        .map((name) => ({ name })),
    );
    stacks.count(state, Number(samples));
    stackCount += 1;
  }
  if (stackCount === 0) throw new UndecodableProfile('It has no stacks.');
  return { format: 'folded stacks', tree: stacks.finish(), notes: depthNotes(stacks) };
}

const notFolded = (lineNumber: number, line: string) =>
  new UndecodableProfile(
    `It looks like folded stacks, but line ${lineNumber} has no count at the end: ${JSON.stringify(line.slice(0, MAX_SHOWN_LENGTH))}.`,
  );
