import { beforeEach, expect, test, vi } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { endedSession, readSession, startedSession } from './session';
import type { OidcSettings } from './sign-in-settings';

const SECRET = 'a-first-secret-that-is-long-enough-to-be-used';
const OTHER = 'another-secret-that-is-long-enough-to-be-used';
const NOW = Date.parse('2026-11-24T14:32:10Z');

const settings = (changes: Partial<OidcSettings> = {}): OidcSettings => ({
  mode: 'oidc',
  roles: { claim: 'groups', viewers: ['staff'], operators: [] },
  origin: 'https://triptych.example.com',
  isSecure: true,
  issuer: new URL('https://id.example.com'),
  clientId: 'triptych',
  clientSecret: undefined,
  scope: 'openid',
  secrets: [SECRET],
  idleMs: HOUR,
  maxMs: 8 * HOUR,
  ...changes,
});

const PERSON = { userId: 'u1', name: 'Jane Doe', groups: ['staff'] };

/** What a browser sends back of a Set-Cookie header. */
const sent = (setCookie: string) => setCookie.split(';')[0] ?? '';

let cookie: string;
beforeEach(async () => {
  cookie = sent(await startedSession(PERSON, settings(), NOW));
});

const read = (text: string, now = NOW, of = settings()) => readSession(text, of, now);

test('keeps who signed in, in a cookie that only this host gets, over TLS, and no script', async () => {
  const header = await startedSession(PERSON, settings(), NOW);
  expect(header).toMatch(
    /^__Host-triptych-session=[\w.-]+; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure$/,
  );
  expect((await read(`other=1; ${cookie}`))?.session).toMatchObject(PERSON);
  expect(cookie).not.toMatch(/Jane|staff/);
  expect(Buffer.from(cookie.split('.')[3] ?? '', 'base64url').toString()).not.toMatch(/Jane|staff/);
});

test('has another name without TLS, on loopback', async () => {
  const local = settings({ isSecure: false });
  const header = await startedSession(PERSON, local, NOW);
  expect(header).toMatch(/^triptych-session=[\w.-]+; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax$/);
  expect(await read(sent(header), NOW, local)).toBeDefined();
  expect(await read(sent(header))).toBeUndefined();
});

test('refuses a cookie in which anything was changed', async () => {
  const value = cookie.slice(cookie.indexOf('=') + 1);
  const parts = value.split('.');
  expect(parts).toHaveLength(5);
  for (const [index, part] of parts.entries()) {
    if (part === '') continue;
    const first = part.startsWith('A') ? 'B' : 'A';
    const changed = parts.with(index, first + part.slice(1)).join('.');
    expect(await read(`__Host-triptych-session=${changed}`)).toBeUndefined();
  }
});

test.each(['', '__Host-triptych-session=', '__Host-triptych-session=a.b.c.d.e', 'triptych-session=x'])(
  'takes %j for nobody',
  async (text) => expect(await read(text)).toBeUndefined(),
);

test('takes two cookies of one name for nobody, because another host may have set one', async () => {
  expect(await read(`${cookie}; ${cookie}`)).toBeUndefined();
});

test('ends a session that was idle, also when the time was made shorter', async () => {
  expect(await read(cookie, NOW + HOUR - 1000)).toBeDefined();
  expect(await read(cookie, NOW + HOUR + 1000)).toBeUndefined();
  expect(await read(cookie, NOW + 31 * MINUTE, settings({ idleMs: 30 * MINUTE }))).toBeUndefined();
});

test('renews a session that is used, up to its longest time', async () => {
  let now = NOW;
  let current = cookie;
  for (let halfHours = 1; halfHours < 16; halfHours++) {
    now = NOW + halfHours * 30 * MINUTE;
    const found = await read(current, now);
    expect(found?.session).toMatchObject({ ...PERSON, startedAt: NOW });
    expect(found?.setCookie).toBeDefined();
    current = sent(found?.setCookie ?? '');
  }
  expect((await read(current, NOW + 8 * HOUR - 1000))?.session).toMatchObject(PERSON);
  expect(await read(current, NOW + 8 * HOUR)).toBeUndefined();
});

test('does not renew a session that was used a moment ago', async () => {
  expect((await read(cookie, NOW + MINUTE))?.setCookie).toBeUndefined();
});

test('reads what an older secret encrypted, and encrypts it with the first', async () => {
  const rotated = settings({ secrets: [OTHER, SECRET] });
  const found = await read(cookie, NOW, rotated);
  expect(found?.session).toMatchObject(PERSON);
  const renewed = sent(found?.setCookie ?? '');
  expect((await read(renewed, NOW, settings({ secrets: [OTHER] })))?.session).toMatchObject(PERSON);
  expect(await read(cookie, NOW, settings({ secrets: [OTHER] }))).toBeUndefined();
});

test('refuses a session that was signed out, and no other one', async () => {
  vi.useFakeTimers({ now: NOW });
  const other = sent(await startedSession(PERSON, settings(), NOW));
  const found = await read(cookie);
  expect(endedSession(found?.session, settings(), NOW)).toMatch(
    /^__Host-triptych-session=; Path=\/; Max-Age=0;/,
  );
  expect(await read(cookie)).toBeUndefined();
  expect(await read(other)).toBeDefined();
  vi.useRealTimers();
});
