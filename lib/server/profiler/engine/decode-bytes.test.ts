import { expect, it } from 'vitest';
import { writeColumns } from '@/lib/profile/codec/columns/write-columns';
import { encodeIon, encodeJson } from '@/lib/profile/codec/encode';
import { packProfile } from '@/lib/profile/codec/packed';
import { callTree, print } from '@/lib/profile/testing/text';
import { decodeBytes } from './decode-bytes';

const profile = { tree: callTree('a 1\n  b 2\nc 3'), sampleWeights: {} };

it.each([
  ['JSON of AWS', encodeJson(profile)],
  ['Ion of AWS', encodeIon(profile)],
  ['archived columns', writeColumns(profile)],
  ['what earlier releases archived', packProfile(profile)],
])('decodes %s', (_what, bytes) => {
  const decoded = decodeBytes(bytes);
  expect('tree' in decoded && print(decoded.tree)).toEqual(['a 1', '  b 2', 'c 3']);
});

it.each([
  ['of a later version', 4],
  ['of a machine with another byte order', 5],
])('refuses columns %s', (_what, at) => {
  const bytes = writeColumns(profile);
  bytes[at] = (bytes[at] ?? 0) ^ 0x80;
  expect(decodeBytes(bytes)).toEqual({ undecodable: expect.any(String) });
});
