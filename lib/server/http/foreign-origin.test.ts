import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { callRoute, pointAt } from '../test-support';
import { refuseMethod } from './refuse-method';

const WRITING = ['POST', 'PUT', 'PATCH', 'DELETE'];

type Handler = Parameters<typeof callRoute>[0];

const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(^|\/)route\.tsx?$/.test(file),
);

/** All route handlers that write. */
const handlers = await Promise.all(
  files.map(async (file) => {
    const exported: Record<string, Handler | typeof refuseMethod> = await import(
      /* @vite-ignore */ resolve('app', file)
    );
    return WRITING.flatMap((method) => {
      const handler = exported[method];
      return handler && handler !== refuseMethod
        ? [{ name: `${method} ${file}`, method, handler: handler as Handler }]
        : [];
    });
  }),
).then((each) => each.flat());

const own = 'http://127.0.0.1:3000';

/** Nothing listens there: a request that is not refused fails in another way. */
beforeAll(() => pointAt('http://127.0.0.1:1'));

test('finds the handlers that write', () => {
  expect(handlers.map(({ name }) => name)).toContain('POST api/notes/route.ts');
  expect(handlers.length).toBeGreaterThan(8);
});

test.each(handlers)('$name refuses every other site', async ({ method, handler }) => {
  const foreign: Record<string, string>[] = [
    {},
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: 'http://127.0.0.1:4000' },
    { origin: own, 'sec-fetch-site': 'cross-site' },
    { origin: own, 'sec-fetch-site': 'same-site' },
    { origin: own, 'sec-fetch-site': 'none' },
  ];
  for (const headers of foreign) {
    const { status, body } = await callRoute(handler, { method, headers });
    expect([status, body?.error?.code], JSON.stringify(headers)).toEqual([403, 'ForeignOrigin']);
  }
});

test.each(handlers)('$name lets the dashboard’s own pages pass', async ({ method, handler }) => {
  const pages: Record<string, string>[] = [{ origin: own }, { origin: own, 'sec-fetch-site': 'same-origin' }];
  for (const headers of pages) {
    expect((await callRoute(handler, { method, headers })).status).not.toBe(403);
  }
});
