import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../codeguru/durable-file';

/** Version of everything below the data folder. Raise it when an older release could not read what is written. */
export const FORMAT = 2;

/** The oldest that this release reads: profiles of format 1 are read as they were posted. */
const OLDEST = 1;

/** Marks a data folder with the format of what will be written to it; refuses one that a newer release wrote. */
export async function checkFormat(folder: string): Promise<void> {
  const file = join(folder, 'format.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const found = text === undefined ? OLDEST : formatOf(text);
  if (found === undefined || found < OLDEST || found > FORMAT) {
    throw new Error(
      `The data folder ${folder} has format ${found ?? 'unknown'}; this release reads formats up to ${FORMAT}. ` +
        'Name another folder with --data, or move this one away.',
    );
  }
  if (text === undefined || found !== FORMAT)
    await writeDurably(file, `${JSON.stringify({ format: FORMAT })}\n`);
}

function formatOf(text: string): number | undefined {
  try {
    const { format } = JSON.parse(text) as { format?: unknown };
    return typeof format === 'number' ? format : undefined;
  } catch {
    return undefined;
  }
}
