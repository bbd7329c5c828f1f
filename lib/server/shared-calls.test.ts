import { beforeEach, expect, test, vi } from 'vitest';
import { SharedCalls } from './shared-calls';

const minute = 60_000;

/** A load that finishes when the test says so and records whether it was aborted. */
function slowLoad() {
  let finish: () => void = () => undefined;
  let aborted = false;
  const load = vi.fn(
    (signal: AbortSignal) =>
      new Promise<{ n: number }>((resolve, reject) => {
        finish = () => resolve({ n: 1 });
        signal.addEventListener('abort', () => {
          aborted = true;
          reject(signal.reason);
        });
      }),
  );
  return { load, finish: () => finish(), wasAborted: () => aborted };
}

beforeEach(() => SharedCalls.forgetAll());

test('makes one call for concurrent callers and serves its answer to later ones', async () => {
  const calls = SharedCalls.named<{ n: number }>('test many', { ttlMs: minute });
  const { load, finish } = slowLoad();
  const callers = [calls.get('a', load), calls.get('a', load), calls.get('a', load)];
  finish();
  expect(await Promise.all(callers)).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }]);
  expect(await calls.get('a', load)).toEqual({ n: 1 });
  expect(load).toHaveBeenCalledTimes(1);
});

test('rejects only the caller that aborts', async () => {
  const calls = SharedCalls.named<{ n: number }>('test leave', { ttlMs: minute });
  const { load, finish, wasAborted } = slowLoad();
  const leaving = new AbortController();
  const first = calls.get('a', load, leaving.signal);
  const second = calls.get('a', load);
  leaving.abort(new Error('left'));
  await expect(first).rejects.toThrow('left');
  finish();
  expect(await second).toEqual({ n: 1 });
  expect(wasAborted()).toBe(false);
});

test('aborts the call when its last caller leaves, and starts a new one for the next', async () => {
  const calls = SharedCalls.named<{ n: number }>('test last', { ttlMs: minute });
  const { load, wasAborted } = slowLoad();
  const leaving = new AbortController();
  const only = calls.get('a', load, leaving.signal);
  leaving.abort();
  await expect(only).rejects.toThrow();
  expect(wasAborted()).toBe(true);
  expect(await calls.get('a', async () => ({ n: 2 }))).toEqual({ n: 2 });
});

test('finishes and caches a call that must finish, even when nobody waits', async () => {
  const calls = SharedCalls.named<{ n: number }>('test finish', { ttlMs: minute, alwaysFinish: true });
  const { load, finish, wasAborted } = slowLoad();
  const leaving = new AbortController();
  const only = calls.get('a', load, leaving.signal);
  leaving.abort();
  await expect(only).rejects.toThrow();
  const next = calls.get('a', load);
  finish();
  expect(await next).toEqual({ n: 1 });
  expect(wasAborted()).toBe(false);
  expect(load).toHaveBeenCalledTimes(1);
});

test('does not cache a failure', async () => {
  const calls = SharedCalls.named<{ n: number }>('test failure', { ttlMs: minute });
  await expect(calls.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await calls.get('a', async () => ({ n: 3 }))).toEqual({ n: 3 });
});

test('stays within the limit in bytes, and returns an answer above it uncached', async () => {
  const bytes = { max: 10, sizeOf: ({ n }: { n: number }) => n };
  const calls = SharedCalls.named<{ n: number }>('test bytes', { ttlMs: minute, bytes });
  const load = vi.fn(async () => ({ n: 6 }));
  await calls.get('a', load);
  await calls.get('b', load);
  await calls.get('a', load);
  expect(load).toHaveBeenCalledTimes(3);
  expect(await calls.get('c', async () => ({ n: 11 }))).toEqual({ n: 11 });
});

test('loads nothing for a signal that is already aborted', async () => {
  const calls = SharedCalls.named<{ n: number }>('test aborted', { ttlMs: minute });
  const load = vi.fn(async () => ({ n: 1 }));
  await expect(calls.get('a', load, AbortSignal.abort())).rejects.toThrow();
  expect(load).not.toHaveBeenCalled();
});
