import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { authorize } from '../authorize';
import { finishedSignIn, signIn, signOut } from '../sign-in';
import { TestBrowser } from './browser-for-test';
import { CLIENT, startTestProvider } from './provider-for-test';

const DASHBOARD = 'http://127.0.0.1:3000';
const NEVER = /^never$/;

let provider: Awaited<ReturnType<typeof startTestProvider>>;

beforeAll(async () => {
  // It warns of what is right for tests alone.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  provider = await startTestProvider(DASHBOARD);
});

afterAll(() => provider.close());

beforeEach(() => {
  for (const [name, value] of Object.entries({
    TRIPTYCH_SIGN_IN: 'oidc',
    TRIPTYCH_URL: DASHBOARD,
    TRIPTYCH_OIDC_ISSUER: provider.issuer,
    TRIPTYCH_OIDC_CLIENT_ID: CLIENT.id,
    TRIPTYCH_OIDC_CLIENT_SECRET: CLIENT.secret,
    TRIPTYCH_SESSION_SECRETS: 'a-secret-of-a-test-which-is-long-enough',
    TRIPTYCH_OPERATORS: 'admins',
    TRIPTYCH_VIEWERS: 'staff',
  }))
    vi.stubEnv(name, value);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** The dashboard’s routes of the sign-in; other paths are pages. */
function answer(request: Request): Promise<Response> {
  switch (new URL(request.url).pathname) {
    case '/sign-in':
      return signIn(request);
    case '/sign-in/callback':
      return finishedSignIn(request);
    case '/api/sign-out':
      return signOut(request);
    default:
      return Promise.resolve(new Response('a page'));
  }
}

const newBrowser = () => new TestBrowser(DASHBOARD, answer);

/** Goes to the provider’s form, and continues as an account until the dashboard’s callback. */
async function goToCallback(browser: TestBrowser, account: string, to: string): Promise<string> {
  const start = `${DASHBOARD}/sign-in?${new URLSearchParams({ to })}`;
  const form = await browser.follow(start, NEVER);
  expect(new URL(form.url).pathname).toMatch(/^\/interaction\//);
  const body = new URLSearchParams({ account });
  return (await browser.follow(form.url, /\/sign-in\/callback\?/, body)).url;
}

const userOf = (browser: TestBrowser) =>
  authorize(new Headers({ cookie: browser.cookies(DASHBOARD) }), 'view');

test.each([
  ['olga', 'Olga Operator', 'operator'],
  ['victor', 'Victor Viewer', 'viewer'],
])('signs %s in as %s with the role %s, and returns to the page asked for', async (account, name, role) => {
  const browser = newBrowser();
  const callback = await goToCallback(browser, account, '/farms?from=now-1h');
  const end = await browser.follow(callback, NEVER);
  expect(end.url).toBe(`${DASHBOARD}/farms?from=now-1h`);
  expect(await userOf(browser)).toMatchObject({ name, role, id: expect.stringMatching(/^[\w-]{22}$/) });
});

test('sends the provider a challenge, a state and a nonce, which differ each time', async () => {
  const locations = [];
  for (let count = 0; count < 2; count++) {
    const response = await newBrowser().send(`${DASHBOARD}/sign-in?to=/`);
    locations.push(new URL(response.headers.get('location') ?? '').searchParams);
  }
  const [first, second] = locations;
  expect(Object.fromEntries(first ?? [])).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    redirect_uri: `${DASHBOARD}/sign-in/callback`,
  });
  for (const name of ['code_challenge', 'state', 'nonce'])
    expect(first?.get(name)).not.toBe(second?.get(name));
});

test('has two tabs of a browser sign in at a time', async () => {
  const browser = newBrowser();
  const first = await browser.follow(`${DASHBOARD}/sign-in?to=/farms`, NEVER);
  const second = await goToCallback(browser, 'olga', '/canaries');
  expect((await browser.follow(second, NEVER)).url).toBe(`${DASHBOARD}/canaries`);
  const body = new URLSearchParams({ account: 'olga' });
  expect((await browser.follow(first.url, NEVER, body)).url).toBe(`${DASHBOARD}/farms`);
});

test('signs nobody in without the cookie of the browser that began', async () => {
  const callback = await goToCallback(newBrowser(), 'olga', '/');
  const other = newBrowser();
  const response = await other.send(callback);
  expect(response.status).toBe(400);
  expect(other.cookies(DASHBOARD)).toBe('');
});

test.each([
  ['a state of another sign-in', (url: URL) => url.searchParams.set('state', 'x')],
  ['a changed state', (url: URL) => url.searchParams.set('state', `${url.searchParams.get('state')}x`)],
  ['another code', (url: URL) => url.searchParams.set('code', 'x'.repeat(43))],
  ['the name of another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
])('signs nobody in with %s', async (_, change) => {
  const browser = newBrowser();
  const callback = new URL(await goToCallback(browser, 'olga', '/'));
  change(callback);
  const response = await browser.send(callback.href);
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(browser.cookies(DASHBOARD)).not.toMatch(/triptych-session=/);
});

test('accepts an answer of the provider once', async () => {
  const browser = newBrowser();
  const callback = await goToCallback(browser, 'olga', '/');
  expect((await browser.send(callback)).status).toBe(303);
  expect((await browser.send(callback)).status).toBe(400);
});

test('gives somebody without a role no session', async () => {
  const browser = newBrowser();
  const response = await browser.send(await goToCallback(browser, 'stranger', '/'));
  expect(response.status).toBe(403);
  expect(await response.text()).toContain('Sam Stranger is signed in but may not see this dashboard.');
  await expect(userOf(browser)).rejects.toMatchObject({ problem: { status: 401 } });
});

test('returns to the overview instead of another host', async () => {
  const browser = newBrowser();
  const callback = await goToCallback(browser, 'olga', '//evil.example/x');
  expect((await browser.send(callback)).headers.get('location')).toBe(`${DASHBOARD}/`);
});

test('refuses a session that was signed out, and leads to the provider, which ends its own', async () => {
  const browser = newBrowser();
  await browser.send(await goToCallback(browser, 'olga', '/'));
  const copied = new Headers({ cookie: browser.cookies(DASHBOARD) });
  const response = await browser.send(`${DASHBOARD}/api/sign-out`, new URLSearchParams());
  const { location } = await response.json();
  expect(Object.fromEntries(new URL(location).searchParams)).toMatchObject({
    id_token_hint: expect.any(String),
    post_logout_redirect_uri: `${DASHBOARD}/signed-out`,
  });
  expect(browser.cookies(DASHBOARD)).toBe('');
  await expect(authorize(copied, 'view')).rejects.toMatchObject({ problem: { status: 401 } });
});

test('shows a page with a way to try again while the provider is down, and lets sessions go on', async () => {
  const browser = newBrowser();
  await browser.send(await goToCallback(browser, 'olga', '/'));
  vi.stubEnv('TRIPTYCH_OIDC_ISSUER', 'http://127.0.0.1:9');
  const response = await newBrowser().send(`${DASHBOARD}/sign-in?to=/farms`);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('href="/sign-in?to=%2Ffarms">Try again</a>');
  expect(await userOf(browser)).toMatchObject({ name: 'Olga Operator' });
});
