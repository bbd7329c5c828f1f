import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Version of everything below the data folder. Raise it when an older release could not read what is written. */
export const FORMAT = 1;

/** Marks a new data folder with its format; refuses one that a newer release wrote. */
export async function checkFormat(folder: string): Promise<void> {
  const file = join(folder, 'format.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) {
    await writeFile(file, `${JSON.stringify({ format: FORMAT })}\n`);
    return;
  }
  const found = formatOf(text);
  if (found !== FORMAT) {
    throw new Error(
      `The data folder ${folder} has format ${found ?? 'unknown'}; this release reads format ${FORMAT}. ` +
        'Name another folder with --data, or move this one away.',
    );
  }
}

function formatOf(text: string): number | undefined {
  try {
    const { format } = JSON.parse(text) as { format?: unknown };
    return typeof format === 'number' ? format : undefined;
  } catch {
    return undefined;
  }
}
