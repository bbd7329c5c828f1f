import { gunzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { acceptsGzip, jsonResponse } from './json-response';

const long = { names: Array.from({ length: 500 }, (_, index) => `com.acme.Order${index}`) };

const requestOf = (encoding?: string) =>
  new Request('http://localhost/api', {
    headers: encoding === undefined ? {} : { 'accept-encoding': encoding },
  });

describe('jsonResponse', () => {
  it('gzips a long answer for a client that accepts it', async () => {
    const response = await jsonResponse(long, requestOf('gzip, deflate, br'));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      vary: 'accept-encoding',
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(long);
  });

  it.each([
    ['a long answer for other clients', long, undefined],
    ['a short answer', { names: [] }, 'gzip'],
  ])('sends %s as it is', async (_, value, encoding) => {
    const response = await jsonResponse(value, requestOf(encoding));
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.json()).toEqual(value);
  });
});

test.each([
  [null, false],
  ['', false],
  ['br', false],
  ['gzip', true],
  ['br, GZIP;q=0.5', true],
  ['gzip;q=0', false],
  ['gzip; q=0.000, br', false],
])('acceptsGzip(%j) is %s', (accepted, expected) => {
  expect(acceptsGzip(accepted)).toBe(expected);
});
