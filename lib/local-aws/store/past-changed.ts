import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** A file in the data folder. */
export const PAST_CHANGED = 'past-changed';

/**
 * Records, as the modification time of a file, that data of the past changed at `now`, epoch milliseconds. The dashboard on
 * the same data folder then reads no older answers from its archive.
 */
export async function markPastChanged(folder: string, now: number): Promise<void> {
  const file = await open(join(folder, PAST_CHANGED), 'a');
  try {
    // A file system may round down.
    const time = Math.ceil(now / 1000);
    await file.utimes(time, time);
  } finally {
    await file.close();
  }
}
