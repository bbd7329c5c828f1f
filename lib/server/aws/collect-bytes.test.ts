import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectBytes } from './collect-bytes';

const bodyOf = (chunks: readonly Uint8Array[], length?: unknown) =>
  Object.assign(Readable.from(chunks), length !== undefined && { headers: { 'content-length': length } });

const joined = (chunks: readonly Uint8Array[]) => [...Buffer.concat(chunks)];

describe('collectBytes', () => {
  it('joins all chunks in a buffer of their own, whatever length was announced', async () => {
    const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 20_000 }), { maxLength: 5 });
    const announced = fc.oneof(
      fc.constant('right'),
      fc.nat(50_000),
      fc.constantFrom(undefined, 'x', '-1', '1e99'),
    );
    await fc.assert(
      fc.asyncProperty(chunks, announced, async (parts, length) => {
        const right = parts.reduce((sum, part) => sum + part.length, 0);
        const bytes = await collectBytes(bodyOf(parts, length === 'right' ? right : length));
        expect([...bytes]).toEqual(joined(parts));
        expect(bytes.buffer.byteLength).toBe(bytes.length);
      }),
      { numRuns: 50 },
    );
  });

  it('rejects a body that is too large, also when it was announced as small', async () => {
    const parts = [new Uint8Array(6), new Uint8Array(5)];
    expect(await collectBytes(bodyOf(parts), 11)).toHaveLength(11);
    for (const length of [undefined, '11', '3']) {
      await expect(collectBytes(bodyOf(parts, length), 10)).rejects.toMatchObject({
        problem: { code: 'AnswerTooLarge', status: 502 },
      });
    }
  });

  it('rejects when the body breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield new Uint8Array(3);
        throw new Error('aborted');
      })(),
    );
    await expect(collectBytes(broken)).rejects.toThrow('aborted');
  });
});
