import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of this machine: a container that shares the temporary folder has processes of its own. */
const PREFIX = `local-aws-dry-run-${hostname()}-`;

/** Does work in a temporary folder, which is named after its process and gone afterwards. */
export async function inDryRunFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Removes the folders of processes that were killed over their work; what can't be removed stays. */
export async function removeAbandoned(): Promise<void> {
  const names = await readdir(tmpdir());
  const abandoned = names.filter((name) => {
    const pid = name.startsWith(PREFIX) && /^(\d+)-\w+$/.exec(name.slice(PREFIX.length))?.[1];
    return pid && !isAlive(Number(pid));
  });
  for (const name of abandoned) {
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's may not be signalled.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
