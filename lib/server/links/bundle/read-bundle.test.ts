import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packBlob } from '../../archive/blob';
import { temporaryFolder } from '../../test-support';
import { type Manifest, writeManifest } from '../manifest';
import { readBundle } from './read-bundle';
import { type TestEntry, zipOf } from './zip-for-test';

const MEBIBYTE = 1024 * 1024;
const SYMBOLIC_LINK = 0o120_777;
const DIRECTORY = 0o040_755;

let data: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;

beforeAll(async () => {
  data = await temporaryFolder();
  path = join(data.folder, 'bundle.zip');
});
afterAll(() => data.remove());

const ABOUT = {
  id: 'fIZaVd9SuWZH7bIjur9_wQ',
  name: 'Canaries',
  page: { path: '/canaries', search: '?from=now-6h' },
  keptAt: Date.parse('2026-11-24T12:00:00Z'),
  missing: [],
};

/** The entries of a link with two blobs, and its manifest. */
async function linkEntries(about: Partial<Manifest> = {}) {
  const blobs = await Promise.all(
    ['one', 'two'].map((key) => packBlob({ key, asOf: 1, content: Buffer.from(`content of ${key}`) })),
  );
  const manifest: Manifest = {
    ...ABOUT,
    bytes: blobs.reduce((sum, { bytes }) => sum + bytes.length, 0),
    blobs: blobs.map(({ hash }, at) => [`["${at}"]`, hash]),
    ...about,
  };
  const entries: TestEntry[] = [
    { name: 'link/manifest', content: await writeManifest(manifest) },
    ...blobs.map(({ hash, bytes }) => ({ name: `link/${hash}`, content: bytes })),
  ];
  return { manifest, entries };
}

/** What is read of a file, or the sentence that refuses it. */
async function read(bytes: Uint8Array) {
  await writeFile(path, bytes);
  return readFileAt(path);
}

async function readFileAt(at: string) {
  const taken: string[] = [];
  try {
    return await readBundle(at, async ({ manifest, lostCount, eachBlob }) => {
      await eachBlob(async (hash) => void taken.push(hash));
      return { name: manifest.name, lostCount, taken };
    });
  } catch (error) {
    return (error as Error).message;
  }
}

const TOO_MUCH = 'This file was not opened, because it unpacks to more than a link may keep.';

const hashesOf = ({ blobs }: Manifest) => blobs.map(([, hash]) => hash);

test('reads a link with its blobs, packed by any program, with or without a page', async () => {
  const { manifest, entries } = await linkEntries();
  const whole = { name: 'Canaries', lostCount: 0, taken: hashesOf(manifest) };
  expect(await read(zipOf(entries))).toEqual(whole);
  expect(await read(zipOf(entries.map((entry) => ({ ...entry, isDeflated: true }))))).toEqual(whole);
  expect(await read(zipOf([{ name: 'page.html', content: Buffer.from('<html>') }, ...entries]))).toEqual(
    whole,
  );
  expect(await read(zipOf(entries.toReversed()))).toEqual(whole);
});

test('refuses a link that has more than it counts for', async () => {
  const { entries } = await linkEntries({ bytes: 1 });
  expect(await read(zipOf(entries))).toBe(TOO_MUCH);
});

test('counts blobs that the link had lost', async () => {
  const { manifest, entries } = await linkEntries();
  expect(await read(zipOf(entries.slice(0, 2)))).toEqual({
    ...{ name: 'Canaries', lostCount: 1 },
    taken: hashesOf(manifest).slice(0, 1),
  });
});

test.each<[why: string, entry: TestEntry, sentence: string]>([
  ['a way out of its folder', { name: '../link/manifest' }, 'an entry named "../link/manifest"'],
  ['a way out within a name', { name: 'link/../../x' }, 'an entry named "link/../../x"'],
  ['an absolute name', { name: '/etc/passwd' }, 'an entry named "/etc/passwd"'],
  ['a name of Windows', { name: 'C:\\x' }, 'an entry named "C:\\\\x"'],
  ['a backslash', { name: 'link\\manifest' }, 'an entry named "link\\\\manifest"'],
  ['a zero byte', { name: 'link/manifest\0' }, 'an entry named "link/manifest\\u0000"'],
  ['no name', { name: '' }, 'an entry named ""'],
  ['another file', { name: 'setup.exe' }, 'an entry named "setup.exe"'],
  ['a folder', { name: 'link/', mode: DIRECTORY }, 'an entry named "link/"'],
  ['a hash in capitals', { name: `link/${'A'.repeat(64)}` }, 'an entry named'],
  ['a link to another file', { name: 'page.html', mode: SYMBOLIC_LINK }, 'page.html is not a file'],
  ['a second manifest', { name: 'link/manifest' }, 'it has link/manifest twice'],
  ['an encrypted entry', { name: 'page.html', flags: 1, isDeflated: true }, 'page.html is encrypted'],
  ['an unknown method', { name: 'page.html', method: 93 }, 'packed in an unknown way'],
  ['a blob of no link', { name: `link/${'a'.repeat(64)}` }, 'it has a part that its link does not name'],
])('refuses %s', async (_why, entry, sentence) => {
  const { entries } = await linkEntries();
  const answer = await read(zipOf([...entries, entry]));
  expect(answer).toContain('This file was not opened, because ');
  expect(answer).toContain(sentence);
});

test('refuses a blob with other bytes than its hash', async () => {
  const { entries } = await linkEntries();
  const changed = entries.map((entry, at) =>
    at === 2 ? { ...entry, content: gzipSync('other content') } : entry,
  );
  expect(await read(zipOf(changed))).toContain('a part of it was changed or is damaged');
  const noGzip = entries.map((entry, at) => (at === 2 ? { ...entry, content: Buffer.from('x') } : entry));
  expect(await read(zipOf(noGzip))).toContain('a part of it was changed or is damaged');
});

test.each<[string, Partial<Manifest> | { format: number }]>([
  ['of another format', { format: 2 }],
  ['that leads to another site', { page: { path: '//example.com', search: '' } }],
  ['with a script as its address', { page: { path: 'javascript:alert(1)', search: '' } }],
  ['with parameters of another kind', { page: { path: '/', search: '#x' } }],
  ['with another kind of id', { id: '../../../../etc/passwd' }],
  ['of no instant', { keptAt: -1 }],
  ['with a blob of a path', { blobs: [['["a"]', '../x']] }],
  ['with a long name', { name: 'x'.repeat(201) }],
])('refuses a manifest %s', async (_why, about) => {
  const { entries } = await linkEntries(about as Partial<Manifest>);
  expect(await read(zipOf(entries.slice(0, 1)))).toBe(
    'This file was not opened, because its manifest is damaged, or another release of Triptych wrote it.',
  );
});

test.each([
  ['no zip file', Buffer.from('no zip file')],
  ['an empty file', Buffer.alloc(0)],
  ['a zip file without a manifest', zipOf([])],
])('refuses %s', async (_why, bytes) => {
  expect(await read(bytes)).toMatch(/it is not a zip file|it has no manifest of a link/);
});

test('refuses a file that is cut off anywhere', async () => {
  const whole = zipOf((await linkEntries()).entries);
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length - 1 }), async (length) => {
      expect(await read(whole.subarray(0, length))).toContain('This file was not opened');
    }),
    { numRuns: 100 },
  );
});

test('refuses a changed file, or reads the same link', async () => {
  const { manifest, entries } = await linkEntries();
  const whole = zipOf(entries);
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), async (at, byte) => {
      const changed = Buffer.from(whole);
      changed[at] = byte;
      const answer = await read(changed);
      if (typeof answer === 'string') expect(answer).toContain('This file was not opened');
      else expect(hashesOf(manifest)).toEqual(expect.arrayContaining(answer.taken));
    }),
    { numRuns: 300 },
  );
});

test('refuses more than a link may keep, as measured while unpacking', async () => {
  const unpackedBytes = 300 * MEBIBYTE;
  const deflated = deflateRawSync(Buffer.alloc(unpackedBytes), { level: 1 });
  expect(deflated.length).toBeLessThan(2 * MEBIBYTE);
  const { entries } = await linkEntries();
  /** The bundle with the bomb in place of an entry. */
  const bombAt = (place: number, claimedBytes: number) =>
    zipOf(entries.map((entry, at) => (at === place ? { name: entry.name, deflated, claimedBytes } : entry)));
  for (const place of [0, 1]) {
    expect(await read(bombAt(place, unpackedBytes))).toBe(TOO_MUCH);
    expect(await read(bombAt(place, 1000))).toContain('damaged or cut off');
  }
});

test('refuses a blob or a manifest that is a bomb itself', async () => {
  const { manifest, entries } = await linkEntries();
  const [hash = ''] = hashesOf(manifest);
  const bomb = gzipSync(Buffer.alloc(300 * MEBIBYTE));
  expect(bomb.length).toBeLessThan(MEBIBYTE);
  const asBlob = entries.map((entry, at) => (at === 1 ? { ...entry, content: bomb } : entry));
  expect(await read(zipOf(asBlob))).toBe(TOO_MUCH);
  const content = Buffer.concat([Buffer.from(`${hash}\n`), bomb]);
  const asManifest = entries.map((entry, at) => (at === 0 ? { ...entry, content } : entry));
  expect(await read(zipOf(asManifest))).toBe(TOO_MUCH);
});

test('refuses a file of 1 GB and one with too many entries', async () => {
  await writeFile(path, '');
  await truncate(path, 1024 * MEBIBYTE);
  expect(await readFileAt(path)).toBe(
    'This file was not opened, because it is larger than the 528 MiB that an exported link may have.',
  );
  const many = Array.from({ length: 10_001 }, (_, at) => ({ name: `link/${String(at).padStart(64, '0')}` }));
  expect(await read(zipOf(many))).toContain('it has more than 10,000 entries');
});
