import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Archive } from './archive';
import { noise } from './noise-for-test';

type Archived = { key: string; n: number; hash: string };

const ROUNDS = 10;
const PROGRAM = join(import.meta.dirname, 'put-until-killed-for-test.ts');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triptych-archive-killed-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Answers that a process reported as archived before it was killed, while it wrote the next one. */
async function killedWhileWriting(round: number): Promise<Archived[]> {
  const child = fork(PROGRAM, [folder, String(round)], { execArgv: ['--import', 'tsx'] });
  const exit = once(child, 'exit');
  const archived: Archived[] = [];
  child.on('message', (message: Archived) => {
    archived.push(message);
    if (archived.length === 1 + ((round * 7) % 12)) child.kill('SIGKILL');
  });
  await exit;
  return archived;
}

it('has every answer that it reported as archived after a kill', { timeout: 120_000 }, async () => {
  const archived: Archived[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    archived.push(...(await killedWhileWriting(round)));
    const archive = await Archive.open({ folder, maxBytes: 2 ** 30, now: Date.now });
    for (const { key, n, hash } of archived) {
      const found = await archive.get(key);
      expect(found).toMatchObject({ hash, asOf: n });
      const content = noise(1000 + ((n * 7919) % 200_000), n);
      expect(Buffer.compare(found?.content ?? Buffer.alloc(0), content)).toBe(0);
    }
  }
  expect(archived.length).toBeGreaterThanOrEqual(ROUNDS);
});
