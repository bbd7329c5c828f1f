import { expect, test } from 'vitest';
import { frameOf } from './frame-name';

const named = (functionName: string, url: string, lineNumber = 9) =>
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
])('%s in %s', (functionName, url, name, file) => {
  expect(named(functionName, url)).toEqual({ name, file, line: 10 });
});

test('the outermost code of a file, regular expressions and natives have names too', () => {
  expect(named('', 'file:///srv/app/lib/x.ts', 0).name).toBe('lib.x:<module>');
  expect(named('RegExp: ^a+$', '').name).toBe('<RegExp>');
  expect(named('writev', '')).toEqual({ name: '<native>:writev' });
  expect(named('(idle)', '')).toEqual({ name: '<Idle>' });
});
