import { expect, onTestFinished, test, vi } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { bodyInParts } from './body-in-parts';

const BYTES = Uint8Array.from({ length: 600 * 1024 }, (_, n) => n % 251);

function body() {
  const onEnd = vi.fn();
  return { stream: bodyInParts(BYTES, onEnd), onEnd };
}

test('sends all bytes in parts, and ends once when the last one was taken', async () => {
  const { stream, onEnd } = body();
  const parts: Uint8Array[] = [];
  for await (const part of stream) {
    expect(onEnd).not.toHaveBeenCalled();
    parts.push(part);
  }
  expect(parts.map(({ length }) => length / 1024)).toEqual([256, 256, 88]);
  expect(Buffer.concat(parts).equals(BYTES)).toBe(true);
  expect(onEnd).toHaveBeenCalledOnce();
});

test('ends when the client has gone', async () => {
  const { stream, onEnd } = body();
  const reader = stream.getReader();
  await reader.read();
  await reader.cancel();
  expect(onEnd).toHaveBeenCalledOnce();
});

test.each([0, 1])('ends for a client that has read nothing for a minute after %s parts', async (count) => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { stream, onEnd } = body();
  const reader = stream.getReader();
  await vi.advanceTimersByTimeAsync(MINUTE - 1);
  for (let n = 0; n < count; n++) await reader.read();
  await vi.advanceTimersByTimeAsync(count * (MINUTE - 1));
  expect(onEnd).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(onEnd).toHaveBeenCalledOnce();
  await expect(reader.read()).rejects.toThrow('does not read');
});
