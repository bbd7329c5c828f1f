import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { noise } from '../archive/noise-for-test';
import { DiskObjects } from '../objects/disk-objects';
import { temporaryFolder } from '../test-support';
import { Links } from './links';

type HandedOut = { id: string; number: number };

/** In CI; TRIPTYCH_KILL_ROUNDS=100 takes longer. */
const ROUNDS = Number(process.env.TRIPTYCH_KILL_ROUNDS ?? 10);
const PROGRAM = join(import.meta.dirname, 'share-until-killed-for-test.ts');

let data: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  data = await temporaryFolder();
});
afterEach(() => data.remove());

/** The links that a process handed out before it was killed, while it was making the next one. */
async function killedWhileSharing(round: number): Promise<HandedOut[]> {
  const child = fork(PROGRAM, [data.folder, String(round * 1000)], { execArgv: ['--import', 'tsx'] });
  const exit = once(child, 'exit');
  const handedOut: HandedOut[] = [];
  child.on('message', (message: HandedOut) => {
    handedOut.push(message);
    if (handedOut.length === 1 + ((round * 7) % 12)) child.kill('SIGKILL');
  });
  await exit;
  return handedOut;
}

it('has every link that was handed out before a kill, whole, and no half link', {
  timeout: 30_000 * ROUNDS,
}, async () => {
  const handedOut: HandedOut[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    handedOut.push(...(await killedWhileSharing(round)));
    const links = new Links({ objects: new DiskObjects(data.folder), now: () => Date.now() + 2 * HOUR });
    await links.clean();
    for (const { id, number } of handedOut) {
      const link = await links.open(id);
      expect(await link.answer('number', '')).toBe(number);
      for (let part = 0; part < 3; part++) {
        const content = noise(1000 + ((number * 7919) % 100_000), number + part);
        const kept = await link.blob(['part', part]);
        expect(Buffer.compare(kept?.content ?? Buffer.alloc(0), content)).toBe(0);
      }
    }
    const listed = await links.list({ max: 1000 });
    expect(listed.damagedCount).toBe(0);
    expect((await links.total()).count).toBe(listed.links.length);
    // A link may be there whose process was killed before it told.
    const ids = new Set(listed.links.map(({ id }) => id));
    expect(handedOut.filter(({ id }) => !ids.has(id))).toEqual([]);
    for (const id of ids) await (await links.open(id)).answer('number', '');
  }
});
