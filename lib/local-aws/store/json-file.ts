import { readFile, rename } from 'node:fs/promises';
import type { z } from 'zod';

/**
 * What a JSON file holds; undefined when it isn't there. A damaged one is set aside under another name and named in the
 * log; rejects when it can't be, since the next write would replace it.
 */
export async function readJsonFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  now: number,
): Promise<z.output<Schema> | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    const aside = `${path}.damaged-${now}`;
    await rename(path, aside);
    console.error(`local-aws: ${path} was damaged; it is now ${aside}`);
    return undefined;
  }
}
