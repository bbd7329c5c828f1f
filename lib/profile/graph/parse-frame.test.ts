import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrame } from './parse-frame';

describe('parseFrame', () => {
  it.each([
    ['json.encoder:JSONEncoder:encode', 'json', 'JSONEncoder', 'encode', 'JSONEncoder.encode'],
    ['app:busy', 'app', '', 'busy', 'busy'],
    ['app:<module>', 'app', '', '<module>', 'app <module>'],
    ['<frozen runpy>:_run_code', 'runpy', '', '_run_code', '_run_code'],
    ['<Sleep>', '', '', '<Sleep>', '<Sleep>'],
    ['(garbage collector)', '', '', '(garbage collector)', '(garbage collector)'],
    ['main', '', '', 'main', 'main'],
    ['com.example.shop.cart.Cart:total', 'com.example.shop', '', 'total', 'Cart.total'],
    ['com.acme.Main:main', 'com.acme', '', 'main', 'Main.main'],
    ['java.util.HashMap$Node:get', 'java.util', '', 'get', 'Node.get'],
    ['node:internal/timers:listOnTimeout', 'node', '', 'listOnTimeout', 'listOnTimeout'],
    ['node:events:emit', 'node', '', 'emit', 'emit'],
    ['node:internal.fs.streams:ReadStream:read', 'node', 'ReadStream', 'read', 'ReadStream.read'],
    ['next.dist.server:Next:handle', 'next', 'Next', 'handle', 'Next.handle'],
    ['<native>:writev', 'native', '', 'writev', 'writev'],
    ['file:///srv/app/lib/server.js:answer', 'app/lib', '', 'answer', 'answer'],
    ['/srv/node_modules/@scope/kit/a.js:run', '@scope/kit', '', 'run', 'run'],
    ['/usr/lib/python3/site-packages/requests/api.py:get', 'requests', '', 'get', 'get'],
    ['C:\\work\\job.py:run', 'work', '', 'run', 'run'],
    ['lib:std::vector:push', 'lib', 'std::vector', 'push', 'std::vector.push'],
  ])('%s', (name, pkg, owner, called, label) => {
    expect(parseFrame(name)).toMatchObject({ package: pkg, class: owner, function: called, label });
  });

  it('gives a name that shows nothing a label without a package', () => {
    for (const name of ['', ' ', '\t']) {
      expect(parseFrame(name)).toMatchObject({ label: '<nameless>', package: '', class: '' });
    }
  });

  it('gives every name a label', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab.:/<>()$ \\\n@') }), (name) => {
        expect(parseFrame(name).label.trim()).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  it('parses a name of a megabyte quickly', () => {
    expect(parseFrame(`${'a:'.repeat(500_000)}f`).function).toBe('f');
  });
});
