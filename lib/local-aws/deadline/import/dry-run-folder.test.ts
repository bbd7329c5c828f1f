import { fork } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inDryRunFolder, removeAbandonedFolders } from './dry-run-folder';

const HOUR_MS = 60 * 60 * 1000;

let scratch: string;
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'local-aws-scratch-'));
  vi.stubEnv('TMPDIR', scratch);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(scratch, { recursive: true });
});

it('is removed after the work, even when that fails', async () => {
  const work = inDryRunFolder(async (folder) => {
    await writeFile(join(folder, 'copy'), 'sessions');
    throw new Error('work failed');
  });
  await expect(work).rejects.toThrow('work failed');
  expect(await readdir(scratch)).toEqual([]);
});

it('is removed a day after its process was killed, but not while its process runs', async () => {
  const script = join(scratch, 'killed.mts');
  await writeFile(
    script,
    `import { writeFile } from 'node:fs/promises';
     import { inDryRunFolder } from ${JSON.stringify(join(import.meta.dirname, 'dry-run-folder.ts'))};
     await inDryRunFolder(async (folder) => {
       await writeFile(folder + '/copy', 'sessions');
       process.kill(process.pid, 'SIGKILL');
       await new Promise(() => setInterval(() => undefined, 1000));
     });`,
  );
  const child = fork(script, { execArgv: ['--import', 'tsx'] });
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  const foreign = `local-aws-dry-run-elsewhere-${child.pid}-abcdef`;
  await writeFile(join(scratch, foreign), '');
  const ofChild = async () =>
    (await readdir(scratch)).filter((name) => name.includes(`-${child.pid}-`)).sort();
  const [abandoned = ''] = (await ofChild()).filter((name) => name !== foreign);
  const { mtimeMs } = await stat(join(scratch, abandoned));
  await inDryRunFolder(async (folder) => {
    await removeAbandonedFolders(mtimeMs + 23 * HOUR_MS);
    expect(await ofChild()).toEqual([abandoned, foreign].sort());
    await removeAbandonedFolders(mtimeMs + 25 * HOUR_MS);
    expect(await ofChild()).toEqual([foreign]);
    await access(folder);
  });
});

it('ignores a temporary folder that can’t be read', async () => {
  vi.stubEnv('TMPDIR', join(scratch, 'none'));
  await expect(removeAbandonedFolders(0)).resolves.toBeUndefined();
});
