import { execFile } from 'node:child_process';
import { access, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time/duration';
import { NOW, startTarget, startTestAws, type Target, type TestAws } from '../test-support';
import { CANARIES_FILE } from './canaries-file';

let target: Target;
let local: TestAws;
let log: string[];

beforeEach(async () => {
  target = await startTarget();
  log = [];
  vi.spyOn(console, 'error').mockImplementation((text: string) => void log.push(text));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await local.end();
  target.end();
});

const begin = async (...canaries: object[]) => {
  local = await startTestAws({ sample: false, canaries });
};
const shop = (more: object = {}) => ({ name: 'shop', url: target.url, schedule: 'rate(5 minutes)', ...more });

const names = () => local.aws.world.canaries.list().map(({ name }) => name);
const state = (name = 'shop') => local.aws.world.canaries.find(name).activity(local.clock.now()).state;
const runs = async (name = 'shop') => {
  const { canaries } = local.aws.world;
  return (await canaries.runs(canaries.find(name), { kind: 'canary' }, 100)).runs;
};
/** Starts of the runs in minutes after the start of the test, oldest first. */
const minutes = async (name = 'shop') =>
  (await runs(name)).map(({ started }) => (started - NOW) / MINUTE).reverse();
const restart = async () => {
  local.aws = await local.restart();
};

describe('the schedule', () => {
  test('of a rate starts when the canary is first seen, and does not drift', async () => {
    await begin(shop());
    for (const seconds of [0, 1, 299, 307, 599, 640, 900]) await local.tickAt(NOW + seconds * SECOND);
    expect((await runs()).map(({ started }) => (started - NOW) / SECOND).reverse()).toEqual([
      0, 307, 640, 900,
    ]);
  });

  test('of a cron expression is in UTC', async () => {
    await begin(shop({ schedule: 'cron(0/20 14,15 ? * TUE *)' }));
    for (let minute = 0; minute < 60; minute++)
      await local.tickAt(Date.parse('2026-11-24T14:32:00Z') + minute * MINUTE);
    expect((await runs()).map(({ started }) => new Date(started).toISOString()).reverse()).toEqual([
      '2026-11-24T14:40:00.000Z',
      '2026-11-24T15:00:00.000Z',
      '2026-11-24T15:20:00.000Z',
    ]);
  });

  test('skips the runs that a restart missed, and then continues', async () => {
    await begin(shop());
    await local.tickAt(NOW);
    local.clock.set(NOW + 12 * MINUTE);
    await restart();
    await local.tickAt(NOW + 12 * MINUTE);
    await local.tickAt(NOW + 15 * MINUTE);
    expect(await minutes()).toEqual([0, 15]);
  });

  test('skips the runs that a sleeping machine missed', async () => {
    await begin(shop({ schedule: 'rate(1 hour)', timeoutSeconds: 60 }));
    await local.tickAt(NOW);
    await local.tickAt(NOW + 3.5 * HOUR);
    await local.tickAt(NOW + 4 * HOUR);
    expect(await minutes()).toEqual([0, 240]);
  });

  test('starts again from a clock that was set back', async () => {
    await begin(shop());
    await local.tickAt(NOW);
    await local.tickAt(NOW - DAY);
    await local.tickAt(NOW - DAY + 5 * MINUTE);
    expect(await minutes()).toEqual([-1440, -1435]);
  });

  test('skips a run while the previous one is in progress', async () => {
    await begin(shop());
    const requested = new Promise<() => void>((resolve) => {
      target.answer = (_, response) => resolve(() => response.end());
    });
    await local.aws.world.canaries.tick();
    const answer = await requested;
    local.clock.set(NOW + 5 * MINUTE);
    await local.aws.world.canaries.tick();
    answer();
    await local.tickAt(NOW + 6 * MINUTE);
    expect(await minutes()).toEqual([0]);
    target.answer = (_, response) => void response.end();
    await local.tickAt(NOW + 10 * MINUTE);
    expect(await minutes()).toEqual([0, 10]);
  });

  test('of a canary that runs once is finished when a restart missed its run', async () => {
    await begin(shop({ schedule: 'rate(0 hour)' }));
    expect(state()).toBe('RUNNING');
    local.clock.set(NOW + HOUR);
    await restart();
    await local.tickAt(NOW + HOUR);
    expect(state()).toBe('STOPPED');
    expect(await minutes()).toEqual([]);
  });
});

describe('canaries.json', () => {
  test('is read again when it has changed and is stable', async () => {
    await begin(shop());
    await writeFile(
      join(local.folder, CANARIES_FILE),
      JSON.stringify({ canaries: [shop({ name: 'other' })] }),
    );
    await local.aws.world.canaries.tick();
    expect(names()).toEqual(['shop']);
    await local.aws.world.canaries.tick();
    expect(names()).toEqual(['other']);
  });

  test('changes nothing when it is invalid, even after a restart, and is reported once', async () => {
    await begin(shop());
    await local.edit('{"canaries": [');
    await local.tickAt(NOW);
    expect(log).toEqual(['local-aws: canaries.json was not applied: line 1, column 15: this is not JSON.']);
    await restart();
    expect(names()).toEqual(['shop']);
    expect(log).toHaveLength(2);
    await local.tickAt(NOW + 5 * MINUTE);
    expect(await minutes()).toEqual([0, 5]);
  });

  test.each([
    ['x'.repeat(1024 * 1024 + 1), 'it is larger than 1 MiB.'],
    [
      JSON.stringify({
        canaries: [{ name: 'triptych-dashboard', url: 'http://127.0.0.1/', schedule: 'rate(1 minute)' }],
      }),
      'canaries[0].name: triptych-dashboard is the name of another canary.',
    ],
    [
      JSON.stringify({
        canaries: [{ name: 'sample-search', url: 'http://127.0.0.1/', schedule: 'rate(1 minute)' }],
      }),
      'canaries[0].name: sample-search is the name of another canary.',
    ],
  ])('is reported when it holds %.40s…', async (text, fault) => {
    await begin(shop());
    await local.edit(text);
    expect(log).toEqual([`local-aws: canaries.json was not applied: ${fault}`]);
    expect(names()).toEqual(['shop']);
  });

  test('is reported and blocks nothing when it is a pipe', async () => {
    await begin(shop());
    await rm(join(local.folder, CANARIES_FILE));
    await promisify(execFile)('mkfifo', [join(local.folder, CANARIES_FILE)]);
    await local.tickAt(NOW);
    await local.tickAt(NOW);
    expect(log).toEqual(['local-aws: canaries.json was not applied: it is not a file.']);
    expect(await minutes()).toEqual([0]);
  });

  test('keeps the id, creation and state of a canary over edits and restarts', async () => {
    await begin(shop());
    const { id, created } = local.aws.world.canaries.find('shop');
    await local.aws.world.canaries.stop('shop');
    local.clock.set(NOW + MINUTE);
    await local.edit([shop({ timeoutSeconds: 9 })]);
    await restart();
    expect(local.aws.world.canaries.find('shop')).toMatchObject({
      id,
      created,
      modified: NOW + MINUTE,
      timeoutSeconds: 9,
    });
    expect(state()).toBe('STOPPED');
  });

  test('can lose a canary, whose runs return with it', async () => {
    await begin(shop());
    await local.tickAt(NOW);
    await local.edit([]);
    expect(names()).toEqual([]);
    await restart();
    await local.tickAt(NOW + 6 * MINUTE);
    expect(names()).toEqual([]);
    await local.edit([shop()]);
    expect(await minutes()).toEqual([0]);
    await local.tickAt(NOW + 10 * MINUTE);
    expect(await minutes()).toEqual([0, 10]);
  });

  test('changes nothing when it can not be read, and is reported once', async () => {
    await begin(shop());
    await rm(join(local.folder, CANARIES_FILE));
    await mkdir(join(local.folder, CANARIES_FILE));
    for (let i = 0; i < 4; i++) await local.aws.world.canaries.tick();
    expect(log).toEqual([`local-aws: canaries.json was not applied: it is not a file.`]);
    expect(names()).toEqual(['shop']);
  });

  test('has no canaries when it is removed', async () => {
    await begin(shop());
    await rm(join(local.folder, CANARIES_FILE));
    await local.aws.world.canaries.tick();
    await local.aws.world.canaries.tick();
    expect(names()).toEqual([]);
  });
});

describe('retention', () => {
  const retention = () => ({ successRetentionDays: 2, failureRetentionDays: 5 });

  test('removes the expired runs of each kind with their artifacts, and no others', async () => {
    await begin(shop(retention()));
    await local.tickAt(NOW);
    target.answer = (_, response) => response.writeHead(500).end();
    await local.tickAt(NOW + 5 * MINUTE);
    const [failed, passed] = (await runs()).map(({ artifactLocation = '' }) =>
      join(local.folder, 'artifacts', artifactLocation),
    );
    await local.aws.world.canaries.stop('shop');

    await local.tickAt(NOW + 3 * DAY);
    expect((await runs()).map(({ state }) => state)).toEqual(['FAILED']);
    await expect(access(passed ?? '')).rejects.toThrow('ENOENT');
    await access(failed ?? '');

    await local.tickAt(NOW + 6 * DAY);
    expect(await runs()).toEqual([]);
    expect(await readdir(join(failed ?? '', '../../../../..'))).toEqual([]);
    local.clock.set(NOW);
    expect(await runs()).toEqual([]);
  });

  test('continues for a canary that was removed from the file', async () => {
    await begin(shop(retention()));
    await local.tickAt(NOW);
    await local.edit([]);
    await local.tickAt(NOW + 3 * DAY);
    local.clock.set(NOW);
    await local.edit([shop(retention())]);
    expect(await runs()).toEqual([]);
  });
});

test('a restart deletes the run that it interrupted, with its artifacts', async () => {
  await begin(shop());
  const requested = new Promise<void>((resolve) => {
    target.answer = () => resolve();
  });
  await local.aws.world.canaries.tick();
  await requested;
  expect(await runs()).toMatchObject([{ state: 'RUNNING' }]);
  await restart();
  expect(await runs()).toEqual([]);
});
