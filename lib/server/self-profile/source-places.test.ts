import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frameOf } from '@/lib/profile/import/frame-name';
import { temporaryFolder } from '../test-support';
import { SourcePlaces } from './source-places';

let root: string;
let removeFolder: () => Promise<void>;

/** Line 2 of the chunk is line 5 of the source (mappings count from 0). */
const map = (source: string) => ({
  version: 3,
  sources: [],
  sections: [
    {
      offset: { line: 2, column: 0 },
      map: { version: 3, sources: [source], names: [], mappings: 'AAKA' },
    },
  ],
});

beforeAll(async () => {
  const { folder, remove } = await temporaryFolder();
  root = folder;
  removeFolder = remove;
  const chunks = join(root, '.next/server/chunks/ssr');
  await mkdir(chunks, { recursive: true });
  await writeFile(join(chunks, 'own.js.map'), JSON.stringify(map('../../../../lib/server/env.ts')));
  await writeFile(
    join(chunks, 'smithy.js.map'),
    JSON.stringify(map('../../../../node_modules/%40smithy/core/http.js')),
  );
  await writeFile(join(chunks, 'outside.js.map'), JSON.stringify(map('../../../../../secret/x.ts')));
  await writeFile(join(chunks, 'broken.js.map'), '{');
});

afterAll(() => removeFolder());

const frame = (chunk: string, folder = '.next') => ({
  functionName: 'parse',
  url: join(root, folder, 'server/chunks/ssr', chunk),
  lineNumber: 2,
  columnNumber: 4,
});

const nameIn = async (chunk: string, folder?: string) => {
  const places = new SourcePlaces();
  const seen = frame(chunk, folder);
  await places.learn([seen]);
  return frameOf(places.place(seen), {
    folder: folder ? join(root, '.next/standalone') : root,
    name: 'triptych',
  });
};

test('bundled code has the name of its source', async () => {
  expect(await nameIn('own.js')).toEqual({
    name: 'lib.server.env:parse',
    file: 'lib/server/env.ts',
    line: 6,
  });
  expect((await nameIn('smithy.js')).name).toBe('@smithy/core.http:parse');
});

test('a standalone copy is read by the maps of the build it was made from', async () => {
  expect((await nameIn('own.js', '.next/standalone/.next')).name).toBe('lib.server.env:parse');
});

test.each(['outside.js', 'broken.js', 'missing.js'])('%s keeps the name of its chunk', async (chunk) => {
  expect((await nameIn(chunk)).name).toBe(`triptych.chunks.ssr.${chunk.replace('.js', '')}:parse`);
});
