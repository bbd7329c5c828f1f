import { createReadStream } from 'node:fs';
import { ImportError } from './import-error';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;

/**
 * Reads a whole CSV file to find faults that DuckDB ignores or reports only in its own words. Throws an ImportError when
 * a line is longer than `maxBytes`, or when some lines end with a carriage return and others don't. Quoted text may
 * contain either.
 */
export async function checkLines(file: string, maxBytes: number): Promise<void> {
  let [length, last, line, quotes] = [0, 0, 1, 0];
  let expectsReturn: boolean | undefined;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      if (length + at - from > maxBytes) throw tooLong(line, maxBytes);
      quotes += quotesIn(chunk, from, at);
      if (quotes % 2 === 0) {
        const hasReturn = (at > 0 ? chunk[at - 1] : last) === CARRIAGE_RETURN;
        expectsReturn ??= hasReturn;
        if (expectsReturn !== hasReturn) throw mixedLineEnds(line);
      }
      line += 1;
      length = 0;
      from = at + 1;
    }
    quotes += quotesIn(chunk, from, chunk.length);
    length += chunk.length - from;
    last = chunk.at(-1) ?? 0;
  }
  if (length > maxBytes) throw tooLong(line, maxBytes);
}

function quotesIn(chunk: Buffer, from: number, to: number): number {
  const part = chunk.subarray(from, to);
  let count = 0;
  for (let at = part.indexOf(QUOTE); at >= 0; at = part.indexOf(QUOTE, at + 1)) count += 1;
  return count;
}

const mixedLineEnds = (line: number) =>
  new ImportError(
    `Line ${line} has a different line ending than those before it. Save the file with one kind of line endings.`,
  );

const tooLong = (line: number, maxBytes: number) =>
  new ImportError(`Line ${line} is longer than ${maxBytes / 1024 / 1024} MiB.`);
