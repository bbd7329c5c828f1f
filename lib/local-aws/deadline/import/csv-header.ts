import { open } from 'node:fs/promises';
import { Refusal } from './refusal';

const HEADER_BYTES = 64 * 1024;
const MOST_COLUMNS = 1000;

const SEPARATORS: ReadonlyMap<string, string> = new Map([
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
]);
const OTHER_SEPARATOR = /([;\t|])/;

/** The names in the first record of a CSV file: commas between, quotes doubled within quotes, a byte order mark or none. */
export async function csvHeader(file: string): Promise<string[]> {
  const bytes = await firstBytes(file);
  if (isUtf16(bytes)) throw new Refusal('The file seems to be UTF-16. UTF-8 is expected: save it as that.');
  const names = headerIn(new TextDecoder().decode(bytes));
  if (names === undefined) throw new Refusal('The file has no header: its first row names the columns.');
  const [, separator] = (names.length === 1 && OTHER_SEPARATOR.exec(names[0] ?? '')) || [];
  if (separator)
    throw new Refusal(
      `The fields seem to be separated by ${SEPARATORS.get(separator)}. Commas are expected: save the file with those.`,
    );
  if (names.length > MOST_COLUMNS) throw new Refusal(`The file has more than ${MOST_COLUMNS} columns.`);
  return names;
}

/** By its byte order mark, or by every other byte of its first two characters. */
function isUtf16([a, b, c, d]: Buffer): boolean {
  return (
    (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0 && c === 0) || (b === 0 && d === 0)
  );
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function headerIn(text: string): string[] | undefined {
  const [record = ''] = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text) ?? [];
  return record === '' ? undefined : fieldsOf(record);
}

function fieldsOf(record: string): string[] {
  const fields = record.match(/(?:"(?:[^"]|"")*"|[^",])+|(?<=,|^)(?=,|$)/g) ?? [];
  return fields.map((field) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field));
}
