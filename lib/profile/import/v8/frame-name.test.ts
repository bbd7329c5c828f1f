import { expect, test } from 'vitest';
import { frameOf } from './frame-name';

const frame = (functionName: string, url: string, lineNumber = 9) =>
  frameOf({ functionName, url, lineNumber }, { folder: '/srv/app', name: 'triptych' });

test.each([
  ['read', 'node:internal/fs/streams', 'node:internal.fs.streams:read', 'node:internal/fs/streams'],
  ['toString', 'node:buffer', 'node:buffer:toString', 'node:buffer'],
  ['constructor', 'node:fs', 'node:fs:constructor', 'node:fs'],
  [
    'Query.fetch',
    '/srv/app/node_modules/@tanstack/query-core/build/modern/query.js',
    '@tanstack/query-core.build.modern.query:Query:fetch',
    'node_modules/@tanstack/query-core/build/modern/query.js',
  ],
  [
    'parse',
    'file:///srv/app/node_modules/a/node_modules/zod/index.cjs',
    'zod.index:parse',
    'node_modules/zod/index.cjs',
  ],
  ['', 'file:///srv/app/bin/start.ts', 'bin.start:<anonymous>', 'bin/start.ts'],
  [
    'GET',
    '/srv/app/.next/server/chunks/[root-of-the-server]__0m_9283orjv0y._.js',
    'triptych.chunks.root-of-the-server:GET',
    'chunks/[root-of-the-server]__0m_9283orjv0y._.js',
  ],
  ['secret', '/home/someone/else/thing.js', 'thing:secret', 'thing.js'],
])('names %s in %s', (functionName, url, name, file) => {
  expect(frame(functionName, url)).toEqual({ name, file, line: 10 });
});

test('names top-level code, regular expressions and native functions', () => {
  expect(frame('', 'file:///srv/app/lib/x.ts', 0).name).toBe('lib.x:<module>');
  expect(frame('RegExp: ^a+$', '').name).toBe('<RegExp>');
  expect(frame('writev', '')).toEqual({ name: '<native>:writev' });
  expect(frame('(idle)', '')).toEqual({ name: '<Idle>' });
});
