import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonValuesAtMost } from './json-values';

const atMost = (json: string) => jsonValuesAtMost(new TextEncoder().encode(json));

function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + valuesIn(inner), 1);
}

it.each([
  ['1', 1],
  ['{"a":1,"b":[2,3]}', 5],
  ['"[{,"', 1],
  ['["\\\\",",\\","]', 3],
])('counts %s', (json, values) => {
  expect(atMost(json)).toBe(values);
});

it('is never below the number of values, nor above twice', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const values = valuesIn(JSON.parse(json));
      expect(atMost(json)).toBeGreaterThanOrEqual(values);
      expect(atMost(json)).toBeLessThanOrEqual(2 * values);
    }),
  );
});
