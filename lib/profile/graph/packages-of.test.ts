import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packagesOf } from './packages-of';
import { parseFrame } from './parse-frame';

const part = fc.constantFrom(
  ...[
    'com',
    'acme',
    'Cart',
    'views.py',
    'node',
    'C',
    'http',
    'a$b',
    'x y',
    '<module>',
    '[lib',
    '/app',
    '\\d',
    '',
  ],
);
const separator = fc.constantFrom(':', '::', '.', '://', ' (', ')', '/');
const name = fc.array(fc.tuple(part, separator), { maxLength: 6 }).map((parts) => parts.flat().join(''));

it('finds the package of each name, as parsing it does', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(name, fc.string())), (names) => {
      const { packages, of } = packagesOf(names);
      expect(Array.from(of, (index) => packages[index])).toEqual(
        names.map((each) => parseFrame(each).package),
      );
    }),
    { numRuns: 500 },
  );
});

it('follows a string table that grows', () => {
  const names = ['', 'com.acme.Cart:Cart:add'];
  expect(packagesOf(names).packages).toEqual(['', 'com.acme']);
  names.push('json.codec:encode');
  expect(packagesOf(names).packages).toEqual(['', 'com.acme', 'json']);
});
