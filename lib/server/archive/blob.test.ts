import { describe, expect, it } from 'vitest';
import { DamagedBlob, HEAD_BYTES, packBlob, unpackBlob, unpackHead } from './blob';
import { noise } from './noise-for-test';

const blob = {
  key: '["eu-west-1","profile","g"]',
  asOf: 1_795_820_400_000,
  content: Buffer.from('self 30\n'),
};

describe('a blob', () => {
  it('is unpacked as it was packed', async () => {
    const { hash, bytes } = await packBlob(blob);
    const { key, asOf, content } = await unpackBlob(bytes, hash);
    expect({ key, asOf, content: Buffer.from(content) }).toEqual(blob);
  });

  it('has the same hash for the same answer only', async () => {
    const hashes = await Promise.all(
      [
        blob,
        { ...blob },
        { ...blob, asOf: blob.asOf + 1 },
        { ...blob, content: Buffer.from('self 31\n') },
      ].map(async (each) => (await packBlob(each)).hash),
    );
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(hashes).size).toBe(3);
  });

  it('shows its head without the rest', async () => {
    const content = noise(100_000, 1);
    const { bytes } = await packBlob({ ...blob, content });
    expect(bytes.length).toBeGreaterThan(HEAD_BYTES);
    expect(unpackHead(bytes.subarray(0, HEAD_BYTES))).toEqual({ key: blob.key, asOf: blob.asOf });
  });

  it('leaves large compact contents as they are, at an address for any column', async () => {
    const text = Buffer.alloc(2 * 1024 * 1024, 'a frame of a profile ');
    const pack = (isCompact: boolean) => packBlob({ ...blob, content: text, isCompact });
    const [compact, other] = await Promise.all([pack(true), pack(false)]);
    expect(compact.hash).toBe(other.hash);
    expect(other.bytes.length).toBeLessThan(text.length / 10);
    expect(compact.bytes.length).toBeGreaterThan(text.length);
    const { content } = await unpackBlob(compact.bytes, compact.hash);
    expect(content.byteOffset % 8).toBe(0);
    expect(Buffer.compare(content, text)).toBe(0);
    const small = { ...blob, content: text.subarray(0, 100_000) };
    const sizes = await Promise.all([packBlob(small), packBlob({ ...small, isCompact: true })]);
    expect(sizes[0].bytes).toEqual(sizes[1].bytes);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut short', (bytes) => bytes.subarray(0, -5)],
    ['empty', () => Buffer.alloc(0)],
    [
      'changed',
      (bytes) =>
        Buffer.concat([bytes.subarray(0, 30), Buffer.from([(bytes[30] ?? 0) ^ 1]), bytes.subarray(31)]),
    ],
    ['something else', () => Buffer.from('hello')],
  ])('is refused when it is %s', async (_, damage) => {
    const { hash, bytes } = await packBlob(blob);
    await expect(unpackBlob(damage(Buffer.from(bytes)), hash)).rejects.toThrow(DamagedBlob);
  });

  it('is refused under the name of another', async () => {
    const [one, other] = await Promise.all([packBlob(blob), packBlob({ ...blob, asOf: 0 })]);
    await expect(unpackBlob(one.bytes, other.hash)).rejects.toThrow('does not match its name');
  });
});
