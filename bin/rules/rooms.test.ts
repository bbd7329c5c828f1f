import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { circles, stronglyConnected } from './circles';
import { importsOf, sourceFiles } from './imports';
import { refusedImports } from './refused-imports';
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
  ['components/profile', '@/lib/profile/transform/search-names'],
  ['components/profile', '@/lib/profile/codec/decode'],
  ['app', '@/lib/local-aws/server'],
  ['app', 'd3-flame-graph'],
  ['app', 'recharts'],
  ['app', 're2js'],
  ['bench', '@/components/farm/bars'],
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
    return { file, ...importsOf(file, `export * from '${specifier}';`) };
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
    const bytes = Buffer.alloc(0);
  `;
  expect(importsOf('a.ts', text)).toEqual({
    specifiers: ['./side-effect', './type', './type-again', './in-a-type', './later', './worker.ts'],
    usesBuffer: true,
  });
});

it('lets tests, and nothing else, import the rooms for tests', () => {
  const source = (file: string) => ({ file, specifiers: ['@/lib/profile/testing/text'], usesBuffer: false });
  const files = ['lib/profile/tree/a.test.ts', 'lib/profile/tree/a.ts'].map(source);
  expect(refusedImports(files)).toEqual([
    'lib/profile/tree/a.ts: lib/profile/tree may not import @/lib/profile/testing/text',
  ]);
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
