import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '@/lib/disk/durable-file';

/** Version of everything below the data folder. Raise it when an older release could not read what is written. */
export const FORMAT = 3;

/** The oldest that this release reads: profiles of format 1 as they were posted; sessions of format 2 are moved. */
const OLDEST = 1;

/** Refuses a data folder that a newer release wrote. Gives its format, if it is marked with one. */
export async function checkFormat(folder: string): Promise<number | undefined> {
  const text = await readFile(fileIn(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const found = formatOf(text);
  if (found === undefined || found < OLDEST || found > FORMAT) {
    throw new Error(
      `The data folder ${folder} has format ${found ?? 'unknown'}; this release reads formats up to ${FORMAT}. ` +
        'Name another folder with --data, or move this one away.',
    );
  }
  return found;
}

/**
 * Marks a data folder that is not refused with the format of what `move` makes of it: before, so that no older release
 * takes what is half moved for its own. When it fails, and has left all as it was, the folder has its format again.
 */
export async function markFormat(folder: string, move: () => Promise<void>): Promise<void> {
  const before = await checkFormat(folder);
  if (before !== FORMAT) await write(folder, FORMAT);
  try {
    await move();
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
