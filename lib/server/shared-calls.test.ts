import { beforeEach, expect, test, vi } from 'vitest';
import { SharedCalls } from './shared-calls';

const minute = 60_000;

/** A load that ends when the test says so, and tells whether it was ended. */
function slowLoad() {
  let finish: () => void = () => undefined;
  let ended = false;
  const load = vi.fn(
    (signal: AbortSignal) =>
      new Promise<{ n: number }>((resolve, reject) => {
        finish = () => resolve({ n: 1 });
        signal.addEventListener('abort', () => {
          ended = true;
          reject(signal.reason);
        });
      }),
  );
  return { load, finish: () => finish(), wasEnded: () => ended };
}

beforeEach(() => SharedCalls.forgetAll());

test('many viewers make one call, and later ones get what it brought', async () => {
  const calls = SharedCalls.named<{ n: number }>('test many', { ttlMs: minute });
  const { load, finish } = slowLoad();
  const viewers = [calls.get('a', load), calls.get('a', load), calls.get('a', load)];
  finish();
  expect(await Promise.all(viewers)).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }]);
  expect(await calls.get('a', load)).toEqual({ n: 1 });
  expect(load).toHaveBeenCalledTimes(1);
});

test('a viewer who leaves fails only for itself', async () => {
  const calls = SharedCalls.named<{ n: number }>('test leave', { ttlMs: minute });
  const { load, finish, wasEnded } = slowLoad();
  const leaving = new AbortController();
  const first = calls.get('a', load, leaving.signal);
  const second = calls.get('a', load);
  leaving.abort(new Error('left'));
  await expect(first).rejects.toThrow('left');
  finish();
  expect(await second).toEqual({ n: 1 });
  expect(wasEnded()).toBe(false);
});

test('when the last viewer leaves the call is ended, and the next one starts anew', async () => {
  const calls = SharedCalls.named<{ n: number }>('test last', { ttlMs: minute });
  const { load, wasEnded } = slowLoad();
  const leaving = new AbortController();
  const only = calls.get('a', load, leaving.signal);
  leaving.abort();
  await expect(only).rejects.toThrow();
  expect(wasEnded()).toBe(true);
  expect(await calls.get('a', async () => ({ n: 2 }))).toEqual({ n: 2 });
});

test('a call that must finish goes on and is kept', async () => {
  const calls = SharedCalls.named<{ n: number }>('test finish', { ttlMs: minute, finishAlways: true });
  const { load, finish, wasEnded } = slowLoad();
  const leaving = new AbortController();
  const only = calls.get('a', load, leaving.signal);
  leaving.abort();
  await expect(only).rejects.toThrow();
  const next = calls.get('a', load);
  finish();
  expect(await next).toEqual({ n: 1 });
  expect(wasEnded()).toBe(false);
  expect(load).toHaveBeenCalledTimes(1);
});

test('a failure is not kept', async () => {
  const calls = SharedCalls.named<{ n: number }>('test failure', { ttlMs: minute });
  await expect(calls.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await calls.get('a', async () => ({ n: 3 }))).toEqual({ n: 3 });
});

test('the bound in bytes holds, and an answer over it is given but not kept', async () => {
  const bytes = { most: 10, sizeOf: ({ n }: { n: number }) => n };
  const calls = SharedCalls.named<{ n: number }>('test bytes', { ttlMs: minute, bytes });
  const load = vi.fn(async () => ({ n: 6 }));
  await calls.get('a', load);
  await calls.get('b', load);
  await calls.get('a', load);
  expect(load).toHaveBeenCalledTimes(3);
  expect(await calls.get('c', async () => ({ n: 11 }))).toEqual({ n: 11 });
});

test('a signal that is aborted already asks for nothing', async () => {
  const calls = SharedCalls.named<{ n: number }>('test aborted', { ttlMs: minute });
  const load = vi.fn(async () => ({ n: 1 }));
  await expect(calls.get('a', load, AbortSignal.abort())).rejects.toThrow();
  expect(load).not.toHaveBeenCalled();
});
