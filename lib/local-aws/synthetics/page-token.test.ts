import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageToken, readPageToken } from './page-token';

const request = fc.array(fc.oneof(fc.string(), fc.constant(undefined)), { maxLength: 4 });
const position = fc.stringMatching(/^[0-9a-f -]{1,60}$/);

test('a token gives its position back, within 4 to 252 characters', () => {
  fc.assert(
    fc.property(request, position, (request, position) => {
      const token = pageToken(request, position);
      expect(readPageToken(request, token)).toBe(position);
      expect(token.length).toBeGreaterThanOrEqual(4);
      expect(token.length).toBeLessThanOrEqual(252);
    }),
  );
});

test('a token is refused for another request', () => {
  const token = pageToken(['GetCanaryRuns', 'a', 'dry', undefined], '1 x');
  expect(() => readPageToken(['GetCanaryRuns', 'a', 'dry', 'id'], token)).toThrow(/NextToken/);
  expect(() => readPageToken(['GetCanaryRuns', 'b', 'dry', undefined], token)).toThrow(/NextToken/);
});

test('what is no token is refused', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4, maxLength: 252 }), (text) => {
      expect(() => readPageToken(['GetCanaryRuns'], text)).toThrow(/NextToken/);
    }),
  );
});
