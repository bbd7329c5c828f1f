import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { SettableClock } from '../clock';
import { openWorld } from '../world';
import { agentProfile } from './agent-profile-for-test';
import { aggregationOf } from './aggregation';
import { PostedProfiles } from './posted-profiles';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const START = Date.parse('2026-11-23T10:00:00Z');
/** The end of the day of START, and the three years that it is kept. */
const PAST = Date.parse('2026-11-24T00:00:00Z') + 3 * 365 * DAY;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-retention-'));
});
afterEach(() => rm(folder, { recursive: true }));

const post = (start: number, token: string, receivedAt = NOW) => ({
  bytes: agentProfile(new Date(start).toISOString(), 'main 1'),
  start,
  token,
  receivedAt,
});

const day = { aggregation: aggregationOf.P1D, start: Date.parse('2026-11-23T00:00:00Z') };

const rollUps = async () => (await readdir(join(folder, 'roll-ups'))).sort();

it('forgets tokens after 24 hours, over a restart too', async () => {
  let posted = await PostedProfiles.open(folder, NOW);
  await posted.add(post(START, 'a', NOW));
  await posted.add(post(START, 'b', NOW + HOUR));
  await posted.forget(NOW + DAY - 1);
  expect(posted.posts.tokens).toBe(2);
  await posted.forget(NOW + DAY);
  expect(posted.posts.tokens).toBe(1);
  posted = await PostedProfiles.open(folder, NOW + DAY + HOUR);
  expect(posted.posts.tokens).toBe(0);
  expect(posted.revision({ from: START, to: START + HOUR })).toBe(2);
});

it('removes posts and roll-ups three years after their day, and nothing before', async () => {
  const posted = await PostedProfiles.open(folder, NOW);
  await posted.add(post(START, 'a'));
  await posted.add(post(START + 5 * MINUTE, 'b'));
  await posted.add(post(START + DAY, 'c'));
  await posted.settled();
  const before = await readdir(folder);
  expect(before.sort()).toEqual(['2026-11-23', '2026-11-24', 'roll-ups']);
  expect(await rollUps()).toHaveLength(2);

  await posted.forget(PAST - 1);
  expect((await readdir(folder)).sort()).toEqual(before);
  expect(await rollUps()).toHaveLength(2);

  await posted.forget(PAST);
  expect((await readdir(folder)).sort()).toEqual(['2026-11-24', 'roll-ups']);
  expect(await rollUps()).toEqual([]);
  expect(posted.windows({ from: 0, to: PAST }, PAST)).toEqual([START + DAY]);
});

it('keeps one roll-up of a day: that of the most posts', async () => {
  const posted = await PostedProfiles.open(folder, NOW);
  await posted.add(post(START, 'a'));
  await posted.add(post(START, 'b'));
  await posted.read([day], NOW);
  expect(await rollUps()).toEqual([`P1D-${day.start}-2.gz`, `PT1H-${START}-2.gz`]);
  await posted.add(post(START, 'late'));
  expect((await posted.read([day], NOW)).tree.total[0]?.[0]).toBe(3);
  expect(await rollUps()).toEqual([`P1D-${day.start}-3.gz`, `PT1H-${START}-3.gz`]);
});

it('removes a roll-up that a crash left beside its successor', async () => {
  const posted = await PostedProfiles.open(folder, NOW);
  await posted.add(post(START, 'a'));
  await posted.add(post(START, 'b'));
  await posted.read([day], NOW);
  await writeFile(join(folder, 'roll-ups', `P1D-${day.start}-1.gz`), 'old');
  const again = await PostedProfiles.open(folder, NOW);
  await again.forget(NOW);
  expect(await rollUps()).toEqual([`P1D-${day.start}-2.gz`, `PT1H-${START}-2.gz`]);
  expect((await again.read([day], NOW)).tree.total[0]?.[0]).toBe(2);
});

it('writes nothing of a post that is past its life already', async () => {
  const posted = await PostedProfiles.open(folder, PAST);
  await posted.add(post(START, 'a', PAST));
  expect(await readdir(folder)).toEqual([]);
  expect(posted.latestWindow(PAST)).toBeUndefined();
});

it('is looked after at the start and once a day', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const clock = new SettableClock(NOW);
  const options = { folder, clock, sample: false };
  const days = () => readdir(join(folder, 'profiles', 'triptych-server'));
  try {
    let world = await openWorld(options);
    await world.profiles.post('triptych-server', post(START, 'a'));
    await world.profiles.post('triptych-server', post(START + DAY, 'b'));
    await world.close();

    clock.set(PAST - 1);
    world = await openWorld(options);
    expect(await days()).toHaveLength(2);
    clock.set(PAST);
    vi.advanceTimersByTime(DAY);
    await vi.waitFor(async () => expect(await days()).toEqual(['2026-11-24']), 10_000);
    await world.close();

    clock.set(PAST + DAY);
    world = await openWorld(options);
    await vi.waitFor(async () => expect(await days()).toEqual([]), 10_000);
    await world.close();
  } finally {
    vi.useRealTimers();
  }
});
