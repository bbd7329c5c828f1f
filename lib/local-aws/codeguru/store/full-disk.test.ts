import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decodeProfile } from '@/lib/profile/codec/decode';
import { print } from '@/lib/profile/testing/text';
import { type Child, startChild } from '../../child-for-test';
import { agentProfile } from '../agent-profile-for-test';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const GROUP = 'triptych-server';
const MIB = 1024 * 1024;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-full-disk-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function post({ url }: Child, tree: string, token: string) {
  const body = new Uint8Array(agentProfile('2026-11-24T14:01:00Z', tree));
  const target = `${url}/profilingGroups/${GROUP}/agentProfile?profileToken=${token}`;
  const answer = await fetch(target, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return { status: answer.status, type: answer.headers.get('x-amzn-errortype'), text: await answer.text() };
}

const refused = {
  status: 500,
  type: 'InternalServerException',
  text: '{"message":"Something went wrong."}',
};

async function read({ url }: Child): Promise<string[]> {
  const answer = await fetch(
    `${url}/profilingGroups/${GROUP}/profile?startTime=2026-11-24T14:00:00Z&period=PT5M`,
  );
  return print(decodeProfile(new Uint8Array(await answer.arrayBuffer())).tree);
}

const posts = (data: string) => readdir(join(data, 'profiles', GROUP, '2026-11-24'));

/** An incompressible name of this many bytes. */
const incompressible = (bytes: number) => randomBytes(bytes).toString('base64');

it('refuses a post that can’t be written completely, leaves nothing of it, and keeps serving', async () => {
  // In blocks of 512 bytes: no file can be larger than 4 MiB.
  const child = await startChild(folder, NOW, `ulimit -f ${(4 * MIB) / 512}`);
  expect(await post(child, 'main 1', 'a')).toMatchObject({ status: 204 });
  expect(await post(child, `${incompressible(6 * MIB)} 1`, 'large')).toEqual(refused);
  expect(await posts(folder)).toHaveLength(1);
  expect(await read(child)).toEqual(['main 1']);
  expect(await post(child, 'main 2', 'b')).toMatchObject({ status: 204 });
  expect(await read(child)).toEqual(['main 3']);
  expect(child.errors()).toContain('EFBIG');
  await child.kill('SIGTERM');
});

/** Mounts a separate disk if the process is allowed to; otherwise returns why not. */
function mounted(at: string): string | undefined {
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'none', at]);
  return status === 0 ? undefined : `${error ?? stderr}`;
}

it('refuses posts on a full disk, serves existing profiles, and accepts posts again when there is room', async (test) => {
  const why = mounted(folder);
  if (why !== undefined) return test.skip(`no disk can be mounted here: ${why}`);
  try {
    let child = await startChild(folder, NOW);
    expect(await post(child, 'main 1', 'a')).toMatchObject({ status: 204 });
    const filler = join(folder, 'filler');
    expect(() => {
      for (;;) appendFileSync(filler, Buffer.alloc(4096));
    }).toThrow('ENOSPC');
    expect(await post(child, `${incompressible(MIB)} 2`, 'b')).toEqual(refused);
    expect(await post(child, 'main 2', 'b')).toEqual(refused);
    expect(await posts(folder)).toHaveLength(1);
    expect(await read(child)).toEqual(['main 1']);
    expect(child.errors()).toContain('ENOSPC');

    await rm(filler);
    expect(await post(child, 'main 2', 'b')).toMatchObject({ status: 204 });
    expect(await post(child, 'main 2', 'b')).toMatchObject({ status: 204 });
    expect(await read(child)).toEqual(['main 3']);
    await child.kill('SIGKILL');
    child = await startChild(folder, NOW);
    expect(await read(child)).toEqual(['main 3']);
    await child.kill('SIGTERM');
  } finally {
    spawnSync('umount', ['-l', folder]);
  }
});
