import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeIon, encodeJson } from '@/lib/profile/codec/encode';
import { callTree } from '@/lib/profile/testing/text';
import { preparePush } from './prepare-push';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const FIXTURES = new URL('../profile/import/testing/fixtures/', import.meta.url);

const codeGuru = { tree: callTree('main 1\n  parse 3'), start: NOW - 60_000, end: NOW, sampleWeights: {} };

/** A file of each format, unzipped, so that damage reaches its reader. */
const FILES: readonly { file: string; bytes: Uint8Array }[] = [
  { file: 'codeguru.ion', bytes: encodeIon(codeGuru) },
  { file: 'codeguru.json', bytes: encodeJson(codeGuru) },
  { file: 'empty.folded', bytes: new Uint8Array() },
  ...readdirSync(FIXTURES).map((file) => {
    const bytes = readFileSync(new URL(file, FIXTURES));
    return { file, bytes: file.endsWith('.gz') ? gunzipSync(bytes) : bytes };
  }),
];

/** Parts of files that are replaced, at a place between 0 and 1, and where the file ends. */
const damage = fc.record({
  of: fc.constantFrom(...FILES),
  surface: fc.constantFrom('browser' as const, 'command' as const),
  replaced: fc.array(
    fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.oneof(
        fc.uint8Array({ minLength: 1, maxLength: 4 }),
        fc
          .constantFrom('-1', '{}', '[]', '""', 'null', '1e99', ':', ',', '\n', ';')
          .map((text) => Buffer.from(text)),
      ),
    ),
    { maxLength: 4 },
  ),
  end: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
});

function damaged({ of, replaced, end }: typeof damage extends fc.Arbitrary<infer D> ? D : never): Uint8Array {
  const bytes = Buffer.from(of.bytes);
  for (const [at, part] of replaced) Buffer.from(part).copy(bytes, Math.floor(at * bytes.length));
  return bytes.subarray(0, Math.ceil(end * bytes.length));
}

/** What is right or what to do: a sentence with one of these. */
const ADVICE =
  /Save|save|Record|record|Push|Convert|Fold|Divide|Choose|Name|Download|must|has to be|is not (a|an|one|the) |at most|Each line|It counts/;

it('refuses a damaged file of any format with its name, in words, and with what would be right', () => {
  const refusals = new Set<string>();
  fc.assert(
    fc.property(damage, (each) => {
      const { file } = each.of;
      try {
        const { tree } = preparePush({ bytes: damaged(each), file, options: {}, surface: each.surface }, NOW);
        expect(tree.total.some((column) => (column[0] ?? 0) > 0)).toBe(true);
      } catch (error) {
        const { name, message } = error as Error;
        expect(name).toBe('PushRefused');
        expect(message.startsWith(`${file} can't be pushed. `)).toBe(true);
        expect(message).toMatch(/\.$/);
        expect(message).not.toMatch(/Invalid input|expected|received|undefined|\[object|NaN/);
        expect(message).toMatch(ADVICE);
        refusals.add(message);
      }
    }),
    { numRuns: 3000, seed: 7 },
  );
  expect(refusals.size).toBeGreaterThan(100);
});
