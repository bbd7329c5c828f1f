import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesPattern, unmatchedWarnings } from './view';

test.each([
  ['checkout', 'checkout', true],
  ['checkout', 'check', false],
  ['checkout-login', 'checkout*', true],
  ['checkout', 'checkout*', true],
  ['old-checkout', '*checkout', true],
  ['old-checkout-eu', '*checkout*', true],
  ['aa', 'a*a', true],
  ['a', 'a*a', false],
  ['aba', 'ab*ba', false],
  ['anything', '*', true],
  ['shop-eu-login', 'shop-*-login', true],
  ['shop-eu-logout', 'shop-*-login', false],
])('%s matches %s: %s', (name, pattern, matches) => expect(matchesPattern(name, pattern)).toBe(matches));

test('matches as the regular expression with .* for * does', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
  const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 });
  fc.assert(
    fc.property(letters, patterns, (name, pattern) => {
      const expression = new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
      expect(matchesPattern(name, pattern)).toBe(expression.test(name));
    }),
    { numRuns: 2000 },
  );
});

test('lists the patterns that match nothing', () => {
  expect(unmatchedWarnings(['a*', 'b', 'c*'], ['apple', 'b'], 'canary')).toEqual([
    'No canary in the list matches c* of this view.',
  ]);
  expect(unmatchedWarnings(['a*'], ['apple'], 'canary')).toEqual([]);
  expect(unmatchedWarnings([...'abcdefg'], [], 'profiling group')).toEqual([
    'No profiling group in the list matches a, b, c, d, e, 2 more of this view.',
  ]);
});
