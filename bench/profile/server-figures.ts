import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

type Said = {
  title: string;
  /** The longest that its event loop was held, all in all and without waiting for a processor. */
  held: { allMs: number; ranMs: number };
  rssBytes: number;
};

/** What the dashboard's server, a descendant of a process, says of itself by loop-delay.mjs. */
export async function serverSaid(ancestor: number, folder: string): Promise<Said> {
  for (const name of await readdir(folder)) await rm(join(folder, name));
  for (const pid of await descendants(ancestor)) process.kill(pid, 'SIGUSR2');
  for (;;) {
    for (const name of await readdir(folder)) {
      const said = await readFile(join(folder, name), 'utf8').then(
        (text) => (text === '' ? undefined : (JSON.parse(text) as Said)),
        () => undefined,
      );
      if (said?.title.startsWith('next-server')) return said;
    }
    await after(10);
  }
}

/** Processes below one, on Linux. */
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
