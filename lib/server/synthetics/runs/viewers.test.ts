import { describe, expect, it } from 'vitest';
import type { RunHistory } from '@/lib/canary/stream/collect-runs';
import { readRuns } from '@/lib/canary/stream/run-chunk';
import { pointAt, TEST_NOW } from '../../test-support';
import { ago, ids, idsOf, minuteRun, openReader, type Watched } from './reader-for-test';

const reader = openReader();

describe('viewers', () => {
  it('share the requests of one', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => reader.watch({ from: ago(450) })));
    expect(reader.server.requests).toHaveLength(5);
    for (const watched of all) expect(idsOf(watched)).toEqual(ids(451));
  });

  it('who come later get what is known, and one page for what is new', async () => {
    await reader.watch({ from: ago(450) });
    reader.passTime();
    reader.server.runs = [minuteRun(0), ...reader.server.runs];
    expect(idsOf(await reader.watch({ from: ago(450) }))).toEqual([minuteRun(0).id, ...ids(451)]);
    expect(reader.server.requests).toHaveLength(6);
    await reader.watch({ from: ago(450) });
    expect(reader.server.requests, 'so soon after the newest page').toHaveLength(6);
  });

  it('who come while the newest runs are read get those', async () => {
    await reader.watch({ from: ago(50) });
    reader.passTime();
    reader.server.runs = [minuteRun(0), ...reader.server.runs];
    const later: Promise<Watched>[] = [];
    reader.server.before = () => {
      later.push(reader.watch({ from: ago(50) }));
      return undefined;
    };
    const first = await reader.watch({ from: ago(50) });
    for (const watched of [first, ...(await Promise.all(later))])
      expect(idsOf(watched)).toEqual([minuteRun(0).id, ...ids(99)]);
    expect(reader.server.requests).toHaveLength(2);
  });

  it('who come long after a slow refresh began start another one', async () => {
    await reader.watch({ from: ago(50) });
    reader.passTime();
    let later: Promise<Watched> | undefined;
    reader.server.before = () => {
      reader.passTime();
      later ??= reader.watch({ from: ago(50) });
      return undefined;
    };
    await reader.watch({ from: ago(50) });
    expect(idsOf((await later) ?? expect.fail())).toEqual(ids(99));
    expect(reader.server.requests).toHaveLength(3);
  });

  it('who need only the newest runs wait for those that are being read', async () => {
    let newest: Promise<RunHistory> | undefined;
    reader.server.before = () => {
      newest ??= reader.newest();
      return undefined;
    };
    await reader.watch({ from: ago(50) });
    expect(await newest).toMatchObject({ asOf: TEST_NOW, loaded: { runs: { length: 99 } } });
  });

  it('who need only the newest runs get some although the first page has none', async () => {
    reader.server.before = (request) =>
      request === 0 ? { body: { CanaryRuns: [], NextToken: 'place-0' } } : undefined;
    expect((await reader.newest()).loaded.runs).toHaveLength(99);
  });

  it('who leave stop the reading, and who comes later reads the rest', async () => {
    const left = new AbortController();
    const first = await reader.watch({
      from: ago(900),
      signal: left.signal,
      onEvent: ({ type }) => type === 'runs' && left.abort(),
    });
    expect(first.history).toBeUndefined();
    const count = reader.server.requests.length;
    expect(count).toBeLessThan(5);
    expect(idsOf(await reader.watch({ from: ago(850) }))).toEqual(ids(851));
    expect(reader.server.requests.length).toBeLessThan(12);
  });

  it('who come when AWS has the canary again share what is known later', async () => {
    let again: Promise<Watched> | undefined;
    reader.server.before = (request) =>
      request === 0 ? { status: 404, code: 'ResourceNotFoundException' } : undefined;
    await reader.watch({
      from: ago(50),
      onEvent: ({ type }) => (again = type === 'failed' ? reader.watch({ from: ago(50) }) : again),
    });
    await again;
    await reader.watch({ from: ago(50) });
    expect(reader.server.requests, 'one that failed, and one for both').toHaveLength(2);
  });

  it('who continue what they have get only what is newer', async () => {
    const first = await reader.watch({ from: ago(250) });
    reader.passTime();
    reader.server.runs = [minuteRun(0), ...reader.server.runs];
    const continued = { history: first.history ?? expect.fail(), after: ago(5) };
    const { events, ...next } = await reader.watch({ from: ago(250), continued });
    const sent = events.flatMap((event) => (event.type === 'runs' ? readRuns(event.chunk) : []));
    expect(
      sent
        .map(({ id }) => id)
        .sort()
        .reverse(),
    ).toEqual([minuteRun(0).id, ...ids(5)]);
    expect(idsOf({ events, ...next })).toEqual([minuteRun(0).id, ...ids(251)]);
  });

  it('who come while AWS fails get what is known, as of when it was read', async () => {
    await reader.watch({ from: ago(250) });
    reader.passTime();
    reader.server.before = () => ({ status: 500, code: 'InternalServerException' });
    const watched = await reader.watch({ from: ago(250) });
    expect(idsOf(watched)).toEqual(ids(251));
    expect(watched.history).toMatchObject({
      asOf: TEST_NOW,
      stale: {
        code: 'InternalServerException',
        message: expect.stringContaining('Shown is what AWS returned at 2026-11-24 14:32:10 UTC.'),
      },
    });
    expect((await reader.watch({ from: ago(450) })).problem, 'of more than is known').toBeDefined();
    reader.server.before = () => undefined;
    pointAt(reader.url);
    expect((await reader.watch({ from: ago(250) })).history?.stale).toBeUndefined();
  });
});
