import { createReadStream } from 'node:fs';
import { Refusal } from './refusal';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;

/**
 * Reads a CSV file through for what DuckDB passes over in silence or tells of in its own words only: a Refusal when a
 * line is longer than `longest` bytes, or when some lines end with a carriage return and others without. What is
 * within quotes may have any.
 */
export async function checkLines(file: string, longest: number): Promise<void> {
  let [length, last, line, quotes] = [0, 0, 1, 0];
  let returns: boolean | undefined;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      if (length + at - from > longest) throw tooLong(line, longest);
      quotes += quotesIn(chunk, from, at);
      if (quotes % 2 === 0) {
        const hasReturn = (at > 0 ? chunk[at - 1] : last) === CARRIAGE_RETURN;
        returns ??= hasReturn;
        if (returns !== hasReturn) throw otherEnd(line);
      }
      line += 1;
      length = 0;
      from = at + 1;
    }
    quotes += quotesIn(chunk, from, chunk.length);
    length += chunk.length - from;
    last = chunk.at(-1) ?? 0;
  }
  if (length > longest) throw tooLong(line, longest);
}

function quotesIn(chunk: Buffer, from: number, to: number): number {
  const part = chunk.subarray(from, to);
  let count = 0;
  for (let at = part.indexOf(QUOTE); at >= 0; at = part.indexOf(QUOTE, at + 1)) count += 1;
  return count;
}

const otherEnd = (line: number) =>
  new Refusal(
    `Line ${line} ends in another way than those before it: save the file with one kind of line ends.`,
  );

const tooLong = (line: number, longest: number) =>
  new Refusal(`Line ${line} is longer than ${longest / 1024 / 1024} MiB.`);
