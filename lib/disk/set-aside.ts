import { rename } from 'node:fs/promises';

/** Renames a damaged file, so that nothing reads it and it can be inspected, and logs why. Rejects when it can't be renamed. */
export async function setAside(path: string, now: number, why: string): Promise<void> {
  const aside = `${path}.damaged-${now}`;
  await rename(path, aside);
  console.error(`${path} is damaged and left out (${why}); it was renamed to ${aside}`);
}
