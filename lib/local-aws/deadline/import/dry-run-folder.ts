import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Includes the host, because another machine that shares the temporary folder has its own process ids. */
const PREFIX = `local-aws-dry-run-${hostname()}-`;

/** Containers may even share a host name, but no dry run takes this long. */
const MIN_ABANDONED_MS = 24 * 60 * 60 * 1000;

/** Runs `work` with a temporary folder that is named after the process, and removes it afterwards. */
export async function inDryRunFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Removes folders that killed processes left behind and that are a day old at `now` (epoch milliseconds). Folders that
 * can't be read or removed stay.
 */
export async function removeAbandonedFolders(now: number): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  const abandoned = names.filter((name) => {
    const pid = name.startsWith(PREFIX) && /^(\d+)-\w+$/.exec(name.slice(PREFIX.length))?.[1];
    return pid && !isAlive(Number(pid));
  });
  for (const folder of abandoned.map((name) => join(tmpdir(), name))) {
    const stats = await stat(folder).catch(() => undefined);
    if (!stats || now - stats.mtimeMs < MIN_ABANDONED_MS) continue;
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process is alive but may not be signalled.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
