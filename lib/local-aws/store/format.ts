import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '@/lib/disk/durable-file';

/** Version of everything in the data folder. Raise it when older releases can't read what this one writes. */
export const FORMAT = 3;

/** Oldest format that this release reads: posts of format 1 are read as they are, sessions of format 2 are migrated. */
const MIN_FORMAT = 1;

/** Returns the format of a data folder, if it is marked with one. Throws when a newer release wrote it. */
export async function checkFormat(folder: string): Promise<number | undefined> {
  const text = await readFile(fileIn(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const found = formatOf(text);
  if (found === undefined || found < MIN_FORMAT || found > FORMAT) {
    throw new Error(
      `The data folder ${folder} has format ${found ?? 'unknown'}; this release reads formats up to ${FORMAT}. ` +
        'Choose another folder with --data, or move this one away.',
    );
  }
  return found;
}

/**
 * Marks a data folder with this release's format and migrates it. The mark comes first, so that no older release opens a
 * half-migrated folder; when `migrate` fails, having rolled back, the folder gets its former format back.
 */
export async function markFormat(folder: string, migrate: () => Promise<void>): Promise<void> {
  const before = await checkFormat(folder);
  if (before !== FORMAT) await write(folder, FORMAT);
  try {
    await migrate();
  } catch (error) {
    if (before !== undefined && before !== FORMAT) await write(folder, before);
    throw error;
  }
}

const write = (folder: string, format: number) =>
  writeDurably(fileIn(folder), `${JSON.stringify({ format })}\n`);

const fileIn = (folder: string) => join(folder, 'format.json');

function formatOf(text: string): number | undefined {
  try {
    const { format } = JSON.parse(text) as { format?: unknown };
    return typeof format === 'number' ? format : undefined;
  } catch {
    return undefined;
  }
}
