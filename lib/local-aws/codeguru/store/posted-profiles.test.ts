import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { decodeProfile } from '@/lib/profile/codec/decode';
import { encodeJson } from '@/lib/profile/codec/encode';
import { print } from '@/lib/profile/testing/text';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { agentProfile, sampledProfile } from '../agent-profile-for-test';
import { aggregationOf, isAnyRetained, windowOf } from './aggregation';
import { coarsestCover, endOf } from './cover';
import { PostedProfiles, SETTLED_AFTER_MS } from './posted-profiles';

const FROM = Date.parse('2026-11-21T22:00:00Z');

const action = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('post' as const),
      /** How far the post is behind the clock, up to three days. */
      late: fc.integer({ min: 0, max: 140 }).map((steps) => steps * 31 * MINUTE),
      token: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '__proto__'),
      frame: fc.constantFrom('main', 'main 0\n  inner', '__proto__'),
      samples: fc.integer({ min: 1, max: 1000 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'roll up' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'remove expired' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'read' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      by: fc.constantFrom(-2 * DAY, -3 * HOUR, MINUTE, HOUR, 25 * HOUR, 16 * DAY, 40 * DAY),
    }),
  },
);

type Acknowledged = { start: number; token: string; samples: number; receivedAt: number };

/** The expected content of the store, computed without files, roll-ups or caches. */
class ExpectedStore {
  readonly posts: Acknowledged[] = [];
  #tokens = new Map<string, number>();

  add(post: Acknowledged): void {
    const seen = this.#tokens.get(post.token);
    if (seen !== undefined && post.receivedAt - seen < DAY) return;
    this.posts.push(post);
    this.#tokens.set(post.token, Math.max(seen ?? 0, post.receivedAt));
  }

  removeExpired(now: number): void {
    for (const [token, receivedAt] of this.#tokens) if (now - receivedAt >= DAY) this.#tokens.delete(token);
  }

  restart(now: number): void {
    this.#tokens = new Map();
    for (const { token, receivedAt } of this.posts) {
      this.#tokens.set(token, Math.max(this.#tokens.get(token) ?? 0, receivedAt));
    }
    this.removeExpired(now);
  }

  sum(from: number, to: number): number {
    return this.posts
      .filter(({ start }) => windowOf(start) >= from && windowOf(start) < to)
      .reduce((sum, { samples }) => sum + samples, 0);
  }
}

it('neither loses nor doubles a count, for any sequence of posts, roll-ups, restarts and clock changes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
      const folder = await mkdtemp(join(tmpdir(), 'local-aws-posts-'));
      let now = FROM + 3 * DAY;
      let newest = now;
      let profiles = await PostedProfiles.open(folder, now);
      const expected = new ExpectedStore();
      const checkSpan = async (from: number, to: number) => {
        for (const block of coarsestCover({ from, to }, now, now)) {
          const { tree } = await profiles.read([block], now);
          const counted = tree.total.reduce((sum, column) => sum + (column[0] ?? 0), 0);
          expect(counted).toBe(expected.sum(block.start, endOf(block)));
        }
        const blocks = coarsestCover({ from, to }, now, now);
        const { tree } = await profiles.read(blocks, now);
        const all = blocks.reduce((sum, block) => sum + expected.sum(block.start, endOf(block)), 0);
        expect(tree.total.reduce((sum, column) => sum + (column[0] ?? 0), 0)).toBe(all);
      };

      for (const step of actions) {
        if (step.kind === 'post') {
          const { token, samples } = step;
          const start = now - step.late;
          const profile = sampledProfile(new Date(start).toISOString(), `${step.frame} ${samples}`);
          await profiles.add({ profile, start, token, receivedAt: now });
          if (isAnyRetained(start, now)) expected.add({ start, token, samples, receivedAt: now });
        } else if (step.kind === 'restart') {
          await profiles.stopRollingUp();
          profiles = await PostedProfiles.open(folder, now);
          expected.restart(now);
        } else if (step.kind === 'roll up') await profiles.rollUp(now);
        else if (step.kind === 'remove expired') {
          await profiles.removeExpired(now);
          expected.removeExpired(now);
        } else if (step.kind === 'clock') {
          now += step.by;
          newest = Math.max(newest, now);
        } else await checkSpan(now - 4 * DAY, now);
      }
      const today = windowOf(now, aggregationOf.P1D.length);
      for (const [from, to] of [
        [today - 3 * DAY, today + DAY],
        [now - DAY + 25 * MINUTE, now + 95 * MINUTE],
        [FROM, newest],
      ] as const) {
        await checkSpan(from, to);
      }
      await profiles.stopRollingUp();
      await rm(folder, { recursive: true });
    }),
    { numRuns: 40 },
  );
});

const HOUR_START = Date.parse('2026-11-24T10:00:00Z');
const hour = { aggregation: aggregationOf.PT1H, start: HOUR_START };

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'local-aws-posts-'));
  await work(folder);
  await rm(folder, { recursive: true });
}

const post = (start: string, tree: string, token: string) => ({
  profile: sampledProfile(start, tree),
  start: Date.parse(start),
  token,
  receivedAt: HOUR_START + HOUR,
});

it('rolls up an hour and a day ten minutes after their end, also after a restart', () =>
  inFolder(async (folder) => {
    let profiles = await PostedProfiles.open(folder, HOUR_START);
    await profiles.add(post('2026-11-24T10:01:00Z', 'main 1', 'a'));
    await profiles.add(post('2026-11-24T10:31:00Z', 'main 2', 'b'));
    const rollUps = () => readdir(join(folder, 'roll-ups')).catch(() => []);
    await profiles.rollUp(HOUR_START + HOUR + SETTLED_AFTER_MS - 1);
    expect(await rollUps()).toEqual([]);
    profiles = await PostedProfiles.open(folder, HOUR_START);
    await profiles.rollUp(HOUR_START + HOUR + SETTLED_AFTER_MS);
    expect(await rollUps()).toHaveLength(1);
    const midnight = Date.parse('2026-11-25T00:00:00Z');
    await profiles.rollUp(midnight + SETTLED_AFTER_MS);
    expect((await rollUps()).map((name) => name.split('-')[0])).toEqual(['P1D', 'PT1H']);
  }));

it('reads posts that an older release stored as they were sent', () =>
  inFolder(async (folder) => {
    const profiles = await PostedProfiles.open(folder, HOUR_START);
    await profiles.add(post('2026-11-24T10:01:00Z', 'main 1', 'a'));
    const old = gzipSync(agentProfile('2026-11-24T10:31:00Z', 'main 2'));
    await writeFile(join(folder, '2026-11-24', `1030-${HOUR_START}-old.gz`), old);
    const reopened = await PostedProfiles.open(folder, HOUR_START);
    expect(print((await reopened.read([hour], HOUR_START)).tree)).toEqual(['main 3']);
  }));

it('sets aside a damaged post and a damaged roll-up, logs each once, and counts the others', () =>
  inFolder(async (folder) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const now = HOUR_START + 2 * HOUR;
    let profiles = await PostedProfiles.open(folder, now);
    await profiles.add(post('2026-11-24T10:01:00Z', 'main 1', 'a'));
    await profiles.add(post('2026-11-24T10:31:00Z', 'main 2', 'b'));
    await profiles.rollUp(now);
    const read = async () => print((await profiles.read([hour], now)).tree);

    const [rollUp = ''] = await readdir(join(folder, 'roll-ups'));
    await writeFile(join(folder, 'roll-ups', rollUp), 'damaged');
    expect([await read(), await read()]).toEqual([['main 3'], ['main 3']]);
    expect(await readdir(join(folder, 'roll-ups'))).toEqual([`${rollUp}.damaged-${now}`]);
    await profiles.rollUp(now);
    expect(await readdir(join(folder, 'roll-ups'))).toEqual([rollUp, `${rollUp}.damaged-${now}`]);

    const [first = ''] = await readdir(join(folder, '2026-11-24'));
    const truncated = encodeJson(sampledProfile('2026-11-24T10:01:00Z', 'main 1')).subarray(0, 50);
    await writeFile(join(folder, '2026-11-24', first), truncated);
    await rm(join(folder, 'roll-ups', rollUp));
    expect([await read(), await read()]).toEqual([['main 2'], ['main 2']]);
    expect(await readdir(join(folder, '2026-11-24'))).toContain(`${first}.damaged-${now}`);

    profiles = await PostedProfiles.open(folder, now);
    expect(await read()).toEqual(['main 2']);
    await profiles.add(post('2026-11-24T10:59:00Z', 'main 4', 'c'));
    expect(await read()).toEqual(['main 6']);
    expect(log).toHaveBeenCalledTimes(2);
    log.mockRestore();
  }));

it('stores the complete profile', () =>
  inFolder(async (folder) => {
    const profiles = await PostedProfiles.open(folder, HOUR_START);
    const bytes = encodeJson({ ...sampledProfile('2026-11-24T10:01:00Z', 'main 1\n  __proto__ RUNNABLE=2') });
    const sent = decodeProfile(bytes);
    await profiles.add({ profile: sent, start: HOUR_START, token: 'a', receivedAt: HOUR_START });
    const { tree, sampleWeights } = sent;
    expect(await profiles.read([hour], HOUR_START)).toEqual({ tree, sampleWeights });
  }));
