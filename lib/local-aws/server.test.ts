import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { SettableClock } from './clock';
import { type LocalAws, startLocalAws } from './server';
import { TEST_NOW } from './started-for-test';

const running: LocalAws[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const aws of running.splice(0)) await aws.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function start(options: { port: number; orNext?: boolean }): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'local-aws-server-'));
  folders.push(folder);
  const clock = new SettableClock(TEST_NOW);
  const aws = await startLocalAws({ folder, clock, sample: false, admin: false, ...options });
  running.push(aws);
  return Number(new URL(aws.url).port);
}

test('takes the next free port when one is in use, however many ask for it at once', async () => {
  const first = await start({ port: 0 });
  const others = await Promise.all([1, 2, 3].map(() => start({ port: first, orNext: true })));
  expect(new Set([first, ...others]).size).toBe(4);
  for (const port of others) expect(port).toBeGreaterThan(first);
});

test('rejects when its port is in use, unless another one will do', async () => {
  const port = await start({ port: 0 });
  await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
