import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakName } from './break-name';

test.each([
  ['sq050_sh010_light', ['sq050_', 'sh010_', 'light']],
  ['a--b', ['a--', 'b']],
  ['c6i.4xlarge', ['c6i.', '4xlarge']],
  ['Lighting team', ['Lighting team']],
  ['', ['']],
])('breaks %s after its separators', (name, pieces) => expect(breakName(name)).toEqual(pieces));

test('loses nothing of a name', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(breakName(name).join('')).toBe(name);
    }),
  );
});
