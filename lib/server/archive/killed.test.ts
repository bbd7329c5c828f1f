import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Archive } from './archive';
import { noise } from './noise-for-test';

type Reported = { key: string; asOf: number };

const ROUNDS = 10;
const PROGRAM = join(import.meta.dirname, 'put-until-killed-for-test.ts');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triptych-archive-killed-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** The answers that a process reported as archived before it was killed, while it was writing the next one. */
async function killedWhileWriting(round: number): Promise<Reported[]> {
  const child = fork(PROGRAM, [folder, String(round * 1000)], { execArgv: ['--import', 'tsx'] });
  const exit = once(child, 'exit');
  const reported: Reported[] = [];
  child.on('message', (message: Reported) => {
    reported.push(message);
    if (reported.length === 1 + ((round * 7) % 12)) child.kill('SIGKILL');
  });
  await exit;
  return reported;
}

it('has the newest answer that it reported for each request after a kill', { timeout: 120_000 }, async () => {
  const newest = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const reported = await killedWhileWriting(round);
    for (const { key, asOf } of reported) newest.set(key, asOf);
    const archive = await Archive.open({ folder, maxBytes: 2 ** 30, now: Date.now });
    for (const [key, asOf] of newest) {
      const found = await archive.get(key);
      // The answer that was being written may be there as well.
      expect(found?.asOf).toBeGreaterThanOrEqual(asOf);
      const content = noise(1000 + (((found?.asOf ?? 0) * 7919) % 200_000), found?.asOf ?? 0);
      expect(Buffer.compare(found?.content ?? Buffer.alloc(0), content)).toBe(0);
    }
  }
  expect(newest.size).toBe(5);
});
