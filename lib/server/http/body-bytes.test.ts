import { afterEach, expect, test, vi } from 'vitest';
import { bodyBytes } from './body-bytes';

afterEach(() => vi.useRealTimers());

const post = (body: ReadableStream) =>
  new Request('http://127.0.0.1', { method: 'POST', body, ...{ duplex: 'half' } });

test('refuses a body that does not arrive in time, and stops reading it', async () => {
  vi.useFakeTimers();
  const cancel = vi.fn();
  const stalled = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('a')), cancel });
  const refused = expect(bodyBytes(post(stalled), { maxBytes: 10, maxMs: 1000 })).rejects.toMatchObject({
    problem: { code: 'RequestTimeout', status: 408, retryable: true },
  });
  await vi.advanceTimersByTimeAsync(999);
  expect(cancel).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await refused;
  expect(cancel).toHaveBeenCalledOnce();
});

test('refuses a body of which nothing arrives for a while, however long it may take', async () => {
  vi.useFakeTimers();
  let send: (text: string) => void = () => undefined;
  const slow = new ReadableStream({
    start: (controller) => {
      send = (text) => controller.enqueue(Buffer.from(text));
    },
  });
  const limits = { maxBytes: 10, maxMs: 1000, maxIdleMs: 100 };
  const refused = expect(bodyBytes(post(slow), limits)).rejects.toMatchObject({
    problem: { status: 408, message: expect.stringMatching(/^No data arrived for 0\.1 seconds\./) },
  });
  let isOver = false;
  void refused.then(() => {
    isOver = true;
  });
  for (const text of ['a', 'b', 'c']) {
    send(text);
    await vi.advanceTimersByTimeAsync(99);
  }
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await refused;
  expect(vi.getTimerCount()).toBe(0);
});

test('refuses a body for its first bytes, and reads no more', async () => {
  const pull = vi.fn((controller: ReadableStreamDefaultController) => controller.enqueue(Buffer.from('FLR')));
  const limits = { maxBytes: 1000, maxMs: 1000 };
  const checkStart = (start: Uint8Array) => {
    throw new Error(`not ${Buffer.from(start)}`);
  };
  await expect(bodyBytes(post(new ReadableStream({ pull })), { ...limits, checkStart })).rejects.toThrow(
    'not FLR',
  );
  expect(pull.mock.calls.length).toBeLessThan(4);
});

test('returns a body that arrives just in time', async () => {
  vi.useFakeTimers();
  const slow = new ReadableStream({
    start: (controller) => {
      setTimeout(() => {
        controller.enqueue(Buffer.from('late'));
        controller.close();
      }, 999);
    },
  });
  const body = bodyBytes(post(slow), { maxBytes: 10, maxMs: 1000 });
  await vi.advanceTimersByTimeAsync(999);
  expect(Buffer.from(await body).toString()).toBe('late');
  expect(vi.getTimerCount()).toBe(0);
});
