import { gzipSync } from 'node:zlib';
import { afterAll, expect, it, vi } from 'vitest';
import { UndecodableProfile, UnreadableBytes } from '@/lib/profile/codec/decode';
import { encodeIon, encodeJson } from '@/lib/profile/codec/encode';
import { unpackProfile } from '@/lib/profile/codec/packed';
import { MAX_POST } from '@/lib/profile/import/posts/post-limits';
import { CallTreeBuilder } from '@/lib/profile/tree/call-tree-builder';
import { gunzipped } from '../../store/gzip';
import { PostWorkers } from './post-workers';

const workers = new PostWorkers();
afterAll(() => workers.close());

const START = Date.parse('2026-11-24T14:01:00Z');

function large(samples: number) {
  const builder = new CallTreeBuilder();
  for (let frame = 0; frame < 10_000; frame++) {
    builder.open(`module:Class${frame % 500}:method${frame}`);
    builder.count('RUNNABLE', samples);
    if (frame % 9 === 8) for (let depth = 0; depth < 9; depth++) builder.close();
  }
  return { tree: builder.finish(), start: START, sampleWeights: {} };
}

it('prepares posts the same way on the main thread and in a worker', async () => {
  const profile = large(2);
  const bodies = [encodeJson(profile), encodeIon(profile)];
  const prepareAll = async () => {
    for (const body of bodies) {
      const { stored, start } = await workers.prepare(body, MAX_POST);
      expect(start).toBe(START);
      expect(unpackProfile(await gunzipped(stored, 1e8))).toEqual(profile);
    }
  };
  await prepareAll();
  await vi.waitFor(() => expect(workers.readyCount).toBeGreaterThan(0), 15_000);
  await prepareAll();
});

it('prepares more posts than there are threads, and starts new threads after they were closed', async () => {
  const counts = [1, 2, 3, 4, 5, 6, 7];
  const prepared = await Promise.all(
    counts.map((count) => workers.prepare(encodeJson(large(count)), MAX_POST)),
  );
  for (const [i, { stored }] of prepared.entries()) {
    expect(unpackProfile(await gunzipped(stored, 1e8)).tree.self[0]?.[1]).toBe(counts[i]);
  }
  await workers.close();
  expect(workers.hasThreads).toBe(false);
  await workers.prepare(encodeJson(large(1)), MAX_POST);
  await vi.waitFor(() => expect(workers.readyCount).toBeGreaterThan(0), 15_000);
});

it('distinguishes unreadable bytes from undecodable profiles', async () => {
  const json = encodeJson(large(2));
  const cut = json.subarray(0, json.length - 9);
  const fraction = encodeJson(large(1.5));
  for (let round = 0; round < 3; round++) {
    await expect(workers.prepare(cut, MAX_POST)).rejects.toThrow(UndecodableProfile);
    await expect(workers.prepare(Buffer.from(cut).fill(0xff), MAX_POST)).rejects.toThrow(UnreadableBytes);
    await expect(workers.prepare(fraction, MAX_POST)).rejects.toThrow('Counts must be whole numbers.');
    const half = gzipSync(fraction).subarray(0, -9);
    await expect(workers.prepare(half, MAX_POST)).rejects.toThrow(UnreadableBytes);
  }
});

it('starts threads for a small gzip file with large content', async () => {
  const others = new PostWorkers();
  const start = `{"start":${START},"callgraph":{}}`;
  await others.prepare(gzipSync(start.padEnd(1024 * 1024 - 1)), MAX_POST);
  expect(others.hasThreads).toBe(false);
  const { stored } = await others.prepare(gzipSync(start.padEnd(1024 * 1024)), MAX_POST);
  expect(others.hasThreads).toBe(true);
  expect(unpackProfile(await gunzipped(stored, 1e6)).start).toBe(START);
  await others.close();
});
