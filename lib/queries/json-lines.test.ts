import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonLines } from './json-lines';

/** A body that arrives in pieces of the given sizes, the last one repeated. */
function bodyOf(text: string, sizes: readonly number[]): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      for (let at = 0, piece = 0; at < bytes.length; piece++) {
        const size = sizes[Math.min(piece, sizes.length - 1)] ?? 1;
        controller.enqueue(bytes.slice(at, at + size));
        at += size;
      }
      controller.close();
    },
  });
}

async function valuesIn(body: ReadableStream<Uint8Array>): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const value of jsonLines(body)) values.push(value);
  return values;
}

it('reads the value of each line, however the bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ text: fc.string({ unit: 'grapheme' }), n: fc.integer() })),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      fc.boolean(),
      async (values, sizes, endsWithNewline) => {
        const text = values.map((value) => JSON.stringify(value)).join('\n');
        const read = await valuesIn(bodyOf(endsWithNewline ? `${text}\n` : text, sizes));
        expect(read).toEqual(JSON.parse(JSON.stringify(values)));
      },
    ),
  );
});

it('rejects text that is not JSON', async () => {
  await expect(valuesIn(bodyOf('{"a":1}\n<html>\n', [100]))).rejects.toThrow();
});
