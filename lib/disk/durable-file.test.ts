import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeDurably } from './durable-file';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-durable-'));
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
});

it('replaces a file completely', async () => {
  const path = join(folder, 'groups.json');
  await writeDurably(path, 'a longer text');
  await writeDurably(path, 'text');
  expect(await readFile(path, 'utf8')).toBe('text');
  expect(await readdir(folder)).toEqual(['groups.json']);
});

it('creates the folders that it needs, also for concurrent writes', async () => {
  const paths = ['day/a', 'day/b', 'other/day/c'].map((name) => join(folder, name));
  await Promise.all(paths.map((path) => writeDurably(path, path)));
  for (const path of paths) expect(await readFile(path, 'utf8')).toBe(path);
});

/** In a writable but unreadable folder everything succeeds until the folder is synced; root can read any folder. */
it.skipIf(process.getuid?.() === 0)(
  'leaves nothing of a new file that may not be on disk, but never removes an existing one',
  async () => {
    await writeFile(join(folder, 'old'), 'before');
    await chmod(folder, 0o300);
    await expect(writeDurably(join(folder, 'old'), 'after')).rejects.toThrow('EACCES');
    await expect(writeDurably(join(folder, 'new'), 'after')).rejects.toThrow('EACCES');
    await chmod(folder, 0o700);
    expect(await readdir(folder)).toEqual(['old']);
  },
);

it.skipIf(process.getuid?.() === 0)('writes nothing into a new folder that may not be on disk', async () => {
  await chmod(folder, 0o300);
  const written = ['a', 'b'].map((name) => writeDurably(join(folder, 'new', 'day', name), name));
  for (const { status } of await Promise.allSettled(written)) expect(status).toBe('rejected');
  await chmod(folder, 0o700);
  expect(await readdir(folder)).toEqual([]);
});
