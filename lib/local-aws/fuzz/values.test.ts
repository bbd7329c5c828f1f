import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Schema } from './schema';
import { valid } from './values';

it('generates maps whose keys are within their bounds', () => {
  const map: Schema = {
    type: 'object',
    propertyNames: { minLength: 1, maxLength: 8 },
    additionalProperties: { type: 'string' },
  };
  fc.assert(
    fc.property(valid(map, new Map()), (value) => {
      for (const key of Object.keys(value as object)) {
        expect([...key].length).toBeGreaterThanOrEqual(1);
        expect([...key].length).toBeLessThanOrEqual(8);
      }
    }),
    { seed: 1 },
  );
});
