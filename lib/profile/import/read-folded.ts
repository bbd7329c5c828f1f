import { UndecodableProfile } from '../tree/undecodable';
import { type ImportChoice, type Imported, MOST_DEPTH } from './imported-profile';
import { StackCollector } from './stack-collector';

const LINE_BREAK = 0x0a;
const COUNT = /^\d{1,19}(?:\.\d{1,19})?$/;
const MOST_SHOWN = 60;

/**
 * Folded stacks (flamegraph.pl, perf's and other tools' `collapse`): a line each, `main;parse;read 12`. Throws
 * UndecodableProfile at the first line that is none; empty lines and those that begin with # are passed over.
 */
export function readFolded(bytes: Uint8Array, { state = 'RUNNABLE' }: ImportChoice): Imported {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const stacks = new StackCollector();
  let number = 0;
  let counted = 0;
  for (let from = 0; from < text.length; ) {
    const at = text.indexOf(LINE_BREAK, from);
    const to = at < 0 ? text.length : at;
    number += 1;
    const line = text.toString('utf8', from, to).trim();
    from = to + 1;
    if (line === '' || line.startsWith('#')) continue;
    // At the last space, since names may hold some.
    const space = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
    const samples = line.slice(space + 1);
    if (space < 0 || !COUNT.test(samples)) throw notFolded(number, line);
    stacks.stack(
      line
        .slice(0, space)
        .trimEnd()
        .split(';', MOST_DEPTH + 1)
        .map((name) => ({ name })),
    );
    stacks.count(state, Number(samples));
    counted += 1;
  }
  if (counted === 0) throw new UndecodableProfile('It has no stacks.');
  return { format: 'folded stacks', tree: stacks.finish(), notes: deepNotes(stacks) };
}

export function deepNotes({ tooDeep }: StackCollector): string[] {
  if (tooDeep === 0) return [];
  const stacks = tooDeep === 1 ? '1 stack is' : `${tooDeep.toLocaleString('en-US')} stacks are`;
  const most = MOST_DEPTH.toLocaleString('en-US');
  return [`${stacks} deeper than ${most} frames: what is below is counted in the last of these.`];
}

const notFolded = (number: number, line: string) =>
  new UndecodableProfile(
    `It looks like folded stacks, but line ${number} has no count at its end: ${JSON.stringify(line.slice(0, MOST_SHOWN))}.`,
  );
