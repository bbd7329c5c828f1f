import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of this machine: another that shares the temporary folder has processes of its own. */
const PREFIX = `local-aws-dry-run-${hostname()}-`;

/** Containers may share the name of a machine, too, but no dry run takes so long. [?] */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** Does work in a temporary folder, which is named after its process and gone afterwards. */
export async function inDryRunFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Removes the folders of processes that were killed over their work, once these are a day old at `now` (ms). What can't be
 * read or removed stays.
 */
export async function removeAbandoned(now: number): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  const abandoned = names.filter((name) => {
    const pid = name.startsWith(PREFIX) && /^(\d+)-\w+$/.exec(name.slice(PREFIX.length))?.[1];
    return pid && !isAlive(Number(pid));
  });
  for (const folder of abandoned.map((name) => join(tmpdir(), name))) {
    const known = await stat(folder).catch(() => undefined);
    if (!known || now - known.mtimeMs < ABANDONED_MS) continue;
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
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
