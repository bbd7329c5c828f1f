import { open } from 'node:fs/promises';
import { Refusal } from './refusal';

const HEADER_BYTES = 64 * 1024;
const MOST_COLUMNS = 1000;

/** The names in the first record of a CSV file: commas between, quotes doubled within quotes, a byte order mark or none. */
export async function csvHeader(file: string): Promise<string[]> {
  const names = headerIn(await firstBytes(file));
  if (names === undefined) throw new Refusal('The file has no header: its first row names the columns.');
  if (names.length > MOST_COLUMNS) throw new Refusal(`The file has more than ${MOST_COLUMNS} columns.`);
  return names;
}

async function firstBytes(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
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
