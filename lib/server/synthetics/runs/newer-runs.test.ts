import { describe, expect, it } from 'vitest';
import type { CanaryRun } from '@/lib/canary/run';
import { SECOND } from '@/lib/time/duration';
import { ago, CANARY, ids, idsOf, minuteRun, minuteRuns, openReader } from './reader-for-test';

const reader = openReader();

describe('newer runs', () => {
  it('are read until the newest known one, however many', async () => {
    await reader.watch({ from: ago(450) });
    reader.passTime();
    const newer = Array.from({ length: 350 }, (_, n) => minuteRun(n - 349));
    reader.server.runs = [...newer, ...reader.server.runs];
    const watched = await reader.watch({ from: ago(450) });
    expect(idsOf(watched)).toEqual([...newer.map(({ id }) => id), ...ids(451)]);
    expect(reader.server.requests.length - 5).toBe(4);
  });

  it('leave a gap that is read later, if a viewer needs none of the older ones', async () => {
    await reader.watch({ from: ago(450) });
    reader.passTime();
    const newer = Array.from({ length: 350 }, (_, n) => minuteRun(n - 349));
    reader.server.runs = [...newer, ...reader.server.runs];
    const { history } = await reader.watch({ from: ago(-349) });
    expect([reader.server.requests.length - 5, history?.loaded.runs.length]).toEqual([1, 99]);
    expect(idsOf(await reader.watch({ from: ago(450) }))).toHaveLength(801);
    expect(reader.server.requests.length - 5).toBe(4);
  });

  it('include those that were running, even some pages back', async () => {
    const slow = { ...CANARY, timeoutSeconds: 840, maxRetries: 2 };
    reader.server.pageSize = 5;
    reader.server.runs = minuteRuns(60, { 1: 'RUNNING', 12: 'RUNNING' });
    const first = await reader.watch({ from: ago(20), canary: slow });
    reader.passTime();
    const count = reader.server.requests.length;
    reader.server.runs = minuteRuns(60);
    const { history } = await reader.watch({ from: ago(20), canary: slow });
    expect(reader.server.requests.length - count).toBe(3);
    expect(first.history?.loaded.runs.filter(({ state }) => state === 'RUNNING')).toHaveLength(2);
    expect(history?.loaded.runs.filter(({ state }) => state === 'RUNNING')).toHaveLength(0);
  });

  it('include one that was running and is listed after an older one', async () => {
    const odd = { ...minuteRun(5, 'RUNNING'), id: 'odd', started: ago(5) + SECOND };
    const listed = (run: CanaryRun) => minuteRuns(60).toSpliced(5, 0, run);
    reader.server.pageSize = 5;
    reader.server.runs = listed(odd);
    const slow = { ...CANARY, timeoutSeconds: 600 };
    await reader.watch({ from: ago(40), canary: slow });
    reader.passTime();
    reader.server.runs = listed({ ...odd, state: 'FAILED', completed: ago(4) });
    const { history } = await reader.watch({ from: ago(40), canary: slow });
    expect(history?.loaded.runs.find(({ id }) => id === 'odd')).toMatchObject({ state: 'FAILED' });
  });

  it('include one that started before the newest known one, and is listed later', async () => {
    const all = minuteRuns(60);
    reader.server.pageSize = 5;
    reader.server.runs = all;
    await reader.watch({ from: ago(40) });
    reader.passTime();
    const newer = [0, -1, -2, -3].map((minutes) => minuteRun(minutes));
    const late = { ...minuteRun(1), id: 'late', started: ago(1) - 30 * SECOND };
    reader.server.runs = [...newer.toReversed(), ...all.toSpliced(1, 0, late)];
    expect(idsOf(await reader.watch({ from: ago(40) }))).toContain('late');
  });

  it('take away a running run that AWS no longer lists', async () => {
    reader.server.runs = minuteRuns(300, { 1: 'RUNNING' });
    const first = await reader.watch({ from: ago(250) });
    reader.passTime();
    reader.server.runs = reader.server.runs.slice(1);
    expect(idsOf(await reader.watch({ from: ago(250) }))).toEqual(ids(251).slice(1));
    const continued = { history: first.history ?? expect.fail(), after: ago(1) };
    expect(idsOf(await reader.watch({ from: ago(250), continued }))).toEqual(ids(251).slice(1));
  });

  it('do not include a run again that has had no end for longer than it may', async () => {
    reader.server.pageSize = 5;
    reader.server.runs = minuteRuns(60, { 30: 'RUNNING' });
    await reader.watch({ from: ago(40) });
    reader.passTime();
    const count = reader.server.requests.length;
    await reader.watch({ from: ago(40) });
    expect(reader.server.requests.length - count).toBe(1);
  });
});
