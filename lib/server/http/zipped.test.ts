import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { zipped } from './zipped';

const ask = (accepted?: string) =>
  new Request('http://127.0.0.1/', {
    headers: accepted === undefined ? {} : { 'accept-encoding': accepted },
  });

it.each(['gzip', 'deflate, gzip;q=0.5', 'br, GZIP'])('zips JSON for who accepts %s', async (accepted) => {
  const response = zipped(ask(accepted), Response.json({ a: 1 }, { headers: { vary: 'cookie' } }));
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(response.headers.get('vary')).toBe('cookie, accept-encoding');
  expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe('{"a":1}');
});

it.each([undefined, 'br', 'gzip;q=0', 'gzip; q=0.0, br'])(
  'leaves it for who accepts %s',
  async (accepted) => {
    const response = zipped(ask(accepted), Response.json({ a: 1 }));
    expect([response.headers.get('content-encoding'), await response.text()]).toEqual([null, '{"a":1}']);
  },
);

it('leaves what is zipped, of a type that is, or empty', () => {
  const answers = [
    new Response('x', { headers: { 'content-type': 'text/plain', 'content-encoding': 'gzip' } }),
    new Response('x', { headers: { 'content-type': 'application/octet-stream' } }),
    new Response(null, { status: 499 }),
  ];
  for (const answer of answers) expect(zipped(ask('gzip'), answer)).toBe(answer);
});
