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
