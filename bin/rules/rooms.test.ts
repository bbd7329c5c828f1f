import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circles, stronglyConnected } from './circles';
import { importsOf, resolved, sourceFiles } from './imports';
import { refusedImports } from './refused-imports';
import { serverOnlyImports } from './server-only';
import { inserted, roomTable } from './table';

const FORBIDDEN = [
  ['lib/time', '@/lib/profile/tree/call-tree'],
  ['lib/time', '../server/env'],
  ['lib/profile/tree', '@/lib/farm/series'],
  ['lib/profile/tree', '../transform/merge'],
  ['lib/profile/graph', '../codec/decode'],
  ['lib/profile/view', 'node:buffer'],
  ['lib/farm', '../profile/tree/states'],
  ['lib/canary', '@/lib/queries/canary'],
  ['lib/queries', '@/lib/server/env'],
  ['lib/server', '../local-aws/server'],
  ['lib/server', '@/lib/queries/profile'],
  ['lib/local-aws', '../server/env'],
  ['lib/local-aws', '@aws-sdk/client-deadline'],
  ['components/farm', '@/lib/server/env'],
  ['components/farm', '@/components/canary/state-mark'],
  ['components/profile/graph', '../../../lib/server/env'],
  ['components/farm', '@/components/farm/../../lib/server/env'],
  ['components/profile', '@/lib/profile/codec/decode'],
  ['app', '@/lib/local-aws/server'],
  ['app', 'd3-flame-graph'],
  ['app', 'recharts'],
  ['app', '@tanstack/react-virtual'],
  ['app', 're2js'],
  ['bench', '@/components/farm/chart/bars'],
] as const;

const ALLOWED = [
  ['lib/time', 'nuqs/server'],
  ['lib/profile/range', '@/lib/time/range'],
  ['lib/profile/export', 'node:zlib'],
  ['lib/local-aws/deadline', '../protocol/operation'],
  ['lib/local-aws', '@/lib/profile/transform/merge'],
  ['components/farm', '@/lib/queries/farm'],
  ['components/profile', '@/lib/profile/transform/search'],
  ['components/profile', '@/lib/profile/export/formats'],
  ['app', '@/lib/server/env'],
  ['bin', '@/lib/local-aws/main'],
] as const;

const FILES = sourceFiles();

it('refuses imports that the table does not allow, and no others', () => {
  const files = [...ALLOWED, ...FORBIDDEN].map(([folder, specifier], i) => {
    const file = `${folder}/import${i}.ts`;
    return importsOf(file, `export * from '${specifier}';`);
  });
  const refused = refusedImports(files);
  expect(refused).toEqual(
    FORBIDDEN.map(([folder, specifier], i) =>
      expect.stringMatching(`^${folder}/import${ALLOWED.length + i}\\.ts: .* may not import ${specifier}$`),
    ),
  );
});

it('finds imports of every form', () => {
  const text = `
    import './side-effect';
    import type { A } from './type';
    export type { B } from './type-again';
    type C = import('./in-a-type').C;
    const later = () => import('./later');
    const worker = new URL('./worker.ts', import.meta.url);
    const notOurs = new URL('./page', location.href);
    const bytes = Buffer.alloc(0);
    import { type D } from './types';
    import E, { type F } from './both';
    const template = () => import(\`./template\`);
    import G = require('./assigned');
    require('./required');
    require.resolve('./resolved');
    createRequire(import.meta.url)('./required-again');
    createRequire(import.meta.url).resolve('./resolved-again');
    import.meta.resolve('./resolved-by-meta');
  `;
  const values = [
    ...['./side-effect', './later', './worker.ts', './both', './template', './assigned', './required'],
    ...['./resolved', './required-again', './resolved-again', './resolved-by-meta'],
  ];
  const found = importsOf('a.ts', text);
  expect(found).toMatchObject({ usesBuffer: true, hasComputedImport: false, isClient: false });
  expect(found.values.sort()).toEqual(values.sort());
  const types = ['./type', './type-again', './in-a-type', './types'];
  expect(found.specifiers.sort()).toEqual([...values, ...types].sort());
});

it('reads scripts of every ending and name that git knows or would add', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rules-'));
  const names = ['a.cjs', 'a.cts', 'a.js', 'a.jsx', 'a.mjs', 'a.mts', 'a.ts', 'a.tsx', 'größe.ts'];
  try {
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    for (const name of [...names, 'a.md']) await writeFile(join(folder, name), '');
    expect(sourceFiles(folder).map(({ file }) => file)).toEqual(names);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('refuses an import() whose path is computed, except in tests', () => {
  const text = "const load = (x: string) => import('@/lib/' + x);";
  const files = ['lib/farm/a.ts', 'lib/farm/a.test.ts'].map((file) => importsOf(file, text));
  expect(refusedImports(files)).toEqual(['lib/farm/a.ts: import() needs a literal']);
});

it.each([
  ['lib/profile/tree', '@/lib/profile/testing/text'],
  ['lib/farm', './row-for-test'],
  ['lib/server', './test-support'],
  ['lib/server', './env.test'],
])('lets tests in %s, test helpers, and nothing else import %s', (folder, helper) => {
  const files = ['a.test.ts', 'a-for-test.ts', 'a.ts'].map((name) =>
    importsOf(`${folder}/${name}`, `import '${helper}';`),
  );
  expect(refusedImports(files)).toEqual([`${folder}/a.ts: ${folder} may not import ${helper}`]);
});

it('lets programs that test import test helpers', () => {
  const files = ['bin/fuzz.ts', 'bin/start.ts'].map((file) =>
    importsOf(file, "import '@/lib/local-aws/started-for-test';"),
  );
  expect(refusedImports(files)).toEqual([
    'bin/start.ts: bin may not import @/lib/local-aws/started-for-test',
  ]);
});

describe('packages for servers only', () => {
  const byIndexedTree = 'lib/profile/view/indexed-tree.ts → lib/profile/transform/search-names.ts → re2js';
  const indexedTree = "import { IndexedTree } from '@/lib/profile/view/indexed-tree';";

  it.each([
    ['components/profile/a.tsx', indexedTree],
    ['lib/queries/a.ts', indexedTree],
    ['app/profiles/a.tsx', `'use client'; ${indexedTree}`],
    ['components/profile/a.tsx', "const load = () => import('@/lib/profile/view/indexed-tree');"],
  ])('may not be reached from %s: %s', (file, text) => {
    expect(serverOnlyImports([...FILES, importsOf(file, text)])).toEqual([`${file} → ${byIndexedTree}`]);
  });

  it.each([
    ['components/profile/a.tsx', "import type { IndexedTree } from '@/lib/profile/view/indexed-tree';"],
    ['components/profile/a.tsx', "import { type IndexedTree } from '@/lib/profile/view/indexed-tree';"],
    ['components/profile/a.test.tsx', indexedTree],
    ['app/api/farms/route.ts', indexedTree],
  ])('may be reached from %s: %s', (file, text) => {
    expect(serverOnlyImports([...FILES, importsOf(file, text)])).toEqual([]);
  });

  it('are loaded by no browser', () => {
    expect(serverOnlyImports(FILES)).toEqual([]);
  });
});

it('finds circles through a folder with an index', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rules-'));
  const index = join(folder, 'a', 'index.ts');
  try {
    await mkdir(join(folder, 'a'));
    await writeFile(index, '');
    await writeFile(join(folder, 'b.ts'), '');
    expect(resolved(join(folder, 'a'))).toBe(index);
    const files = [importsOf(index, "import '../b';"), importsOf(join(folder, 'b.ts'), "import './a';")];
    expect(circles(files)).toEqual([[index, join(folder, 'b.ts')]]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('finds circles of any length', () => {
  const edges = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['a', 'd']],
    ['d', ['e']],
    ['e', ['d']],
    ['f', ['a']],
  ]);
  expect(stronglyConnected(edges)).toEqual([['d', 'e'], ['a', 'b', 'c'], ['f']]);
});

it('has no import against the table in the repository', () => {
  expect(refusedImports(FILES)).toEqual([]);
});

it('has no circular imports in the repository', () => {
  expect(circles(FILES)).toEqual([]);
});

it('is shown in CONTRIBUTING.md as `npm run rooms` writes it', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  expect(text).toBe(inserted(text, roomTable()));
});
