import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { SettableClock } from '../../clock';
import { openWorld } from '../../world';
import { sampledProfile } from '../agent-profile-for-test';
import { aggregationOf } from './aggregation';
import { PostedProfiles } from './posted-profiles';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const START = Date.parse('2026-11-23T10:00:00Z');
/** When the day of START expires, three years after its end. */
const EXPIRY = Date.parse('2026-11-24T00:00:00Z') + 3 * 365 * DAY;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-retention-'));
});
afterEach(() => rm(folder, { recursive: true }));

const post = (start: number, token: string, receivedAt = NOW) => ({
  profile: sampledProfile(new Date(start).toISOString(), 'main 1'),
  start,
  token,
  receivedAt,
});

const day = { aggregation: aggregationOf.P1D, start: Date.parse('2026-11-23T00:00:00Z') };

/** The periods of the existing roll-ups. */
const rollUps = async () =>
  (await readdir(join(folder, 'roll-ups'))).map((file) => file.split('-')[0]).sort();

it('drops tokens after 24 hours, also after a restart', async () => {
  let posted = await PostedProfiles.open(folder, NOW);
  await posted.add(post(START, 'a', NOW));
  await posted.add(post(START, 'b', NOW + HOUR));
  await posted.removeExpired(NOW + DAY - 1);
  expect(posted.posts.tokenCount).toBe(2);
  await posted.removeExpired(NOW + DAY);
  expect(posted.posts.tokenCount).toBe(1);
  posted = await PostedProfiles.open(folder, NOW + DAY + HOUR);
  expect(posted.posts.tokenCount).toBe(0);
  expect(posted.revision({ from: START, to: START + HOUR })).toBe(2);
});

it('removes hours after 60 days, days and posts after three years, and nothing earlier', async () => {
  const posted = await PostedProfiles.open(folder, NOW);
  await posted.add(post(START, 'a'));
  await posted.add(post(START + 5 * MINUTE, 'b'));
  await posted.add(post(START + DAY, 'c'));
  await posted.rollUp(NOW);
  const before = await readdir(folder);
  expect(before.sort()).toEqual(['2026-11-23', '2026-11-24', 'roll-ups']);
  expect(await rollUps()).toEqual(['P1D', 'PT1H']);

  const hourExpiry = START + HOUR + 60 * DAY;
  await posted.removeExpired(hourExpiry - 1);
  expect(await rollUps()).toEqual(['P1D', 'PT1H']);
  await posted.removeExpired(hourExpiry);
  expect(await rollUps()).toEqual(['P1D']);

  await posted.removeExpired(EXPIRY - 1);
  expect((await readdir(folder)).sort()).toEqual(before);
  expect(await rollUps()).toEqual(['P1D']);

  await posted.removeExpired(EXPIRY);
  expect((await readdir(folder)).sort()).toEqual(['2026-11-24', 'roll-ups']);
  expect(await rollUps()).toEqual([]);
  expect(posted.windows({ from: 0, to: EXPIRY }, EXPIRY)).toEqual([START + DAY]);
});

it('keeps one roll-up of an hour and a day, the one of all posts', async () => {
  const posted = await PostedProfiles.open(folder, NOW);
  await posted.add(post(START, 'a'));
  await posted.add(post(START, 'b'));
  await posted.rollUp(NOW);
  const first = await readdir(join(folder, 'roll-ups'));
  await posted.add(post(START, 'late'));
  expect((await posted.read([day], NOW)).tree.total[0]?.[0]).toBe(3);
  await posted.rollUp(NOW);
  expect(await rollUps()).toEqual(['P1D', 'PT1H']);
  expect(await readdir(join(folder, 'roll-ups'))).not.toEqual(first);
  expect((await posted.read([day], NOW)).tree.total[0]?.[0]).toBe(3);
});

it('removes roll-ups of other posts that a crash or an older release left behind', async () => {
  const posted = await PostedProfiles.open(folder, NOW);
  await posted.add(post(START, 'a'));
  await posted.add(post(START, 'b'));
  await posted.rollUp(NOW);
  for (const fingerprint of ['2', '0123456789abcdef']) {
    await writeFile(join(folder, 'roll-ups', `P1D-${day.start}-${fingerprint}.gz`), 'old');
  }
  const reopened = await PostedProfiles.open(folder, NOW);
  expect((await reopened.read([day], NOW)).tree.total[0]?.[0]).toBe(2);
  await reopened.removeExpired(NOW);
  expect(await rollUps()).toEqual(['P1D', 'PT1H']);
  expect((await reopened.read([day], NOW)).tree.total[0]?.[0]).toBe(2);
});

it('does not write a post that has already expired', async () => {
  const posted = await PostedProfiles.open(folder, EXPIRY);
  await posted.add(post(START, 'a', EXPIRY));
  expect(await readdir(folder)).toEqual([]);
  expect(posted.latestWindow(EXPIRY)).toBeUndefined();
});

it('removes expired profiles at the start and once a day', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const clock = new SettableClock(NOW);
  const options = { folder, clock, sample: false };
  const days = () => readdir(join(folder, 'profiles', 'triptych-server'));
  try {
    let world = await openWorld(options);
    await world.profiles.post('triptych-server', post(START, 'a'));
    await world.profiles.post('triptych-server', post(START + DAY, 'b'));
    await world.close();

    clock.set(EXPIRY - 1);
    world = await openWorld(options);
    expect((await days()).filter((name) => name !== 'roll-ups')).toHaveLength(2);
    clock.set(EXPIRY);
    vi.advanceTimersByTime(DAY);
    await vi.waitFor(async () => expect(await days()).toEqual(['2026-11-24']), 10_000);
    await world.close();

    clock.set(EXPIRY + DAY);
    world = await openWorld(options);
    await vi.waitFor(async () => expect(await days()).toEqual([]), 10_000);
    await world.close();
  } finally {
    vi.useRealTimers();
  }
});
