import { expect, test } from 'vitest';
import { CallLimit } from './call-limit';

/** A limit of two calls, each of which ends when told to. */
function limitOfTwo() {
  const limit = new CallLimit(2);
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const run = (name: string, signal?: AbortSignal) =>
    limit.run(() => {
      started.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    }, signal);
  return { run, started, end: (name: string) => ends.get(name)?.() };
}

test('starts a waiting call when a running one has ended, in order', async () => {
  const { run, started, end } = limitOfTwo();
  const [a] = [run('a'), run('b'), run('c'), run('d')];
  expect(started).toEqual(['a', 'b']);
  end('a');
  expect(await a).toBe('a');
  expect(started).toEqual(['a', 'b', 'c']);
});

test('passes the turn of a call that failed', async () => {
  const limit = new CallLimit(1);
  const failed = limit.run(() => Promise.reject(new Error('broken')));
  const next = limit.run(async () => 'next');
  await expect(failed).rejects.toThrow('broken');
  expect(await next).toBe('next');
});

test('never starts a call that was aborted while it waited', async () => {
  const { run, started, end } = limitOfTwo();
  const a = run('a');
  void run('b');
  const controller = new AbortController();
  const aborted = run('c', controller.signal);
  const d = run('d');
  controller.abort(new Error('left'));
  await expect(aborted).rejects.toThrow('left');
  end('a');
  await a;
  await Promise.resolve();
  expect(started).toEqual(['a', 'b', 'd']);
  end('d');
  expect(await d).toBe('d');
});

test('refuses a call when too many wait, until one of them has left', async () => {
  const limit = new CallLimit(1, 1);
  const never = () => new Promise<string>(() => undefined);
  void limit.run(never);
  const controller = new AbortController();
  const waiting = limit.run(never, controller.signal);
  await expect(limit.run(never)).rejects.toMatchObject({
    problem: { status: 429, retryable: true, retryAfterSeconds: 10 },
  });
  controller.abort(new Error('left'));
  await expect(waiting).rejects.toThrow('left');
  void limit.run(never);
  await expect(limit.run(never)).rejects.toMatchObject({ problem: { code: 'Busy' } });
});

test('tells a waiting call how many wait before it', async () => {
  const limit = new CallLimit(1);
  const places: Record<string, number[]> = {};
  const ends: (() => void)[] = [];
  const leaving = new AbortController();
  const run = (name: string, signal?: AbortSignal) =>
    limit.run(
      () => new Promise<void>((resolve) => ends.push(resolve)),
      signal,
      (before) => {
        places[name] = [...(places[name] ?? []), before];
      },
    );
  const first = run('first');
  const left = run('left', leaving.signal);
  void run('last');
  expect(places).toEqual({ left: [0], last: [1] });
  leaving.abort();
  await expect(left).rejects.toThrow();
  expect(places.last).toEqual([1, 0]);
  ends[0]?.();
  await first;
  expect(ends).toHaveLength(2);
});

test('keeps a turn until it is given back', async () => {
  const limit = new CallLimit(1);
  const release = await limit.hold();
  let isNextRunning = false;
  const next = limit.run(async () => {
    isNextRunning = true;
  });
  await expect(limit.hold(AbortSignal.abort(new Error('left')))).rejects.toThrow('left');
  expect(isNextRunning).toBe(false);
  release();
  await next;
  expect(isNextRunning).toBe(true);
});
