import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frameOf } from '@/lib/profile/import/v8/frame-name';
import { temporaryFolder } from '../test-support';
import { SourcePlaces } from './source-places';

let root: string;
let removeFolder: () => Promise<void>;

/** Maps line 2 of the chunk to line 5 of the source, both counted from 0. */
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
  await places.lookUp([seen]);
  return frameOf(places.place(seen), {
    folder: folder ? join(root, '.next/standalone') : root,
    name: 'triptych',
  });
};

test('names bundled code after its source', async () => {
  expect(await nameIn('own.js')).toEqual({
    name: 'lib.server.env:parse',
    file: 'lib/server/env.ts',
    line: 6,
  });
  expect((await nameIn('smithy.js')).name).toBe('@smithy/core.http:parse');
});

test('finds the maps of a standalone copy in the original build', async () => {
  expect((await nameIn('own.js', '.next/standalone/.next')).name).toBe('lib.server.env:parse');
});

test.each(['outside.js', 'broken.js', 'missing.js'])(
  'keeps the name of the chunk without a usable map: %s',
  async (chunk) => {
    expect((await nameIn(chunk)).name).toBe(`triptych.chunks.ssr.${chunk.replace('.js', '')}:parse`);
  },
);
