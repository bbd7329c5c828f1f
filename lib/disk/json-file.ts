import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { setAside } from './set-aside';

/**
 * Reads a JSON file; undefined when it doesn't exist. A damaged one is set aside; rejects when that fails, because the
 * next write would replace it.
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
  } catch (error) {
    await setAside(path, now, error instanceof SyntaxError ? error.message : 'unexpected members');
    return undefined;
  }
}
