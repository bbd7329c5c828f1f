import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

type ServerFigures = {
  title: string;
  /** Maximum time for which the event loop was blocked: elapsed, and excluding the wait for a processor. */
  blocked: { elapsedMs: number; ranMs: number };
  rssBytes: number;
};

/** Requests the figures that loop-delay.mjs collects in the dashboard's server, a descendant of the process. */
export async function readServerFigures(ancestor: number, folder: string): Promise<ServerFigures> {
  for (const name of await readdir(folder)) await rm(join(folder, name));
  for (const pid of await descendants(ancestor)) process.kill(pid, 'SIGUSR2');
  for (;;) {
    for (const name of await readdir(folder)) {
      const figures = await readFile(join(folder, name), 'utf8').then(
        (text) => (text === '' ? undefined : (JSON.parse(text) as ServerFigures)),
        () => undefined,
      );
      if (figures?.title.startsWith('next-server')) return figures;
    }
    await after(10);
  }
}

/** The Node processes among the descendants of a process, on Linux. */
async function descendants(ancestor: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === ancestor || (parent !== undefined && parent > 1 && isBelow(parent));
  };
  const isNode = async (pid: number) =>
    /^(node|next-server)/.test(await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => ''));
  const below = [...parents.keys()].filter(isBelow);
  const nodes = await Promise.all(below.map(isNode));
  return below.filter((_, i) => nodes[i]);
}
