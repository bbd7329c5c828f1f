import { open } from 'node:fs/promises';
import { ImportError } from './import-error';

const MAX_HEADER_BYTES = 64 * 1024;
const MAX_COLUMNS = 1000;

const SEPARATORS: ReadonlyMap<string, string> = new Map([
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
]);
const OTHER_SEPARATOR = /([;\t|])/;

/** Column names of a CSV file: its first record, with or without a byte order mark. Quotes are doubled within quotes. */
export async function csvHeader(file: string): Promise<string[]> {
  const bytes = await firstBytes(file);
  if (isUtf16(bytes)) throw new ImportError('The file seems to be UTF-16. Save it as UTF-8.');
  const names = headerIn(new TextDecoder().decode(bytes));
  if (names === undefined)
    throw new ImportError('The file has no header. Its first row must name the columns.');
  const [, separator] = (names.length === 1 && OTHER_SEPARATOR.exec(names[0] ?? '')) || [];
  if (separator)
    throw new ImportError(
      `The fields seem to be separated by ${SEPARATORS.get(separator)}. Save the file with commas.`,
    );
  if (names.length > MAX_COLUMNS) throw new ImportError(`The file has more than ${MAX_COLUMNS} columns.`);
  return names;
}

/** Detects UTF-16 by a byte order mark or by zeros in every other byte of the first two characters. */
function isUtf16([a, b, c, d]: Buffer): boolean {
  return (
    (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0 && c === 0) || (b === 0 && d === 0)
  );
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_HEADER_BYTES), 0, MAX_HEADER_BYTES, 0);
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
