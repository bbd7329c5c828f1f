import { expect, it, onTestFinished, vi } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { ndjsonResponse } from './ndjson';

it('sends one line for each event, and none that the client does not read', async () => {
  const made: number[] = [];
  const { promise: ended, resolve: end } = deferred();
  async function* events() {
    try {
      for (let n = 0; ; n++) {
        made.push(n);
        yield { n };
      }
    } finally {
      end();
    }
  }
  let hasLeft = false;
  const response = ndjsonResponse(events(), () => {
    hasLeft = true;
  });
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toBe('{"n":0}\n');
  await reader?.cancel();
  await ended;
  expect(hasLeft).toBe(true);
  expect(made.length).toBeLessThan(4);
});

it('ends with the last event', async () => {
  async function* events() {
    yield { a: 1 };
    yield { b: 'ü' };
  }
  expect(await ndjsonResponse(events(), () => {}).text()).toBe('{"a":1}\n{"b":"ü"}\n');
});

it('ends for a client that has read nothing for a minute, not for one that waits for an event', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { promise: hasNext, resolve: makeNext } = deferred();
  const { promise: ended, resolve: end } = deferred();
  async function* events() {
    try {
      yield { n: 0 };
      await hasNext;
      for (let n = 1; ; n++) yield { n };
    } finally {
      end();
    }
  }
  const leave = vi.fn();
  const reader = ndjsonResponse(events(), leave).body?.getReader();
  await reader?.read();
  const waiting = reader?.read();
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(leave).not.toHaveBeenCalled();
  makeNext();
  await waiting;
  await vi.advanceTimersByTimeAsync(MINUTE - 1);
  expect(leave).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(leave).toHaveBeenCalledOnce();
  await ended;
  await expect(reader?.read()).rejects.toThrow('does not read');
});

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
