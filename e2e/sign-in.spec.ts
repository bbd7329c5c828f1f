import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DASHBOARD_SERVER } from '@/bin/build';
import { CLIENT, startTestProvider } from '@/lib/server/access/oidc/provider-for-test';
import { expectNoSeriousViolations } from './axe';
import { CANARY, panel, settled } from './pages';
import { SIGN_IN, TEST_NOW } from './servers';
import { expect, type Page, test } from './test';
import { TriptychProcess } from './triptych-process';

const URL = `http://127.0.0.1:${SIGN_IN.port}`;

test.describe.configure({ mode: 'default' });
test.use({ baseURL: URL });

let triptych: TriptychProcess;
let provider: Awaited<ReturnType<typeof startTestProvider>>;

test.beforeAll(async () => {
  provider = await startTestProvider(URL, SIGN_IN.providerPort);
  const ports = ['--port', String(SIGN_IN.port), '--local-aws-port', String(SIGN_IN.localAwsPort)];
  const data = test.info().outputPath('data');
  triptych = new TriptychProcess(['--data', data, '--now', TEST_NOW, ...ports], {
    TRIPTYCH_SIGN_IN: 'oidc',
    TRIPTYCH_URL: URL,
    TRIPTYCH_OIDC_ISSUER: provider.issuer,
    TRIPTYCH_OIDC_CLIENT_ID: CLIENT.id,
    TRIPTYCH_OIDC_CLIENT_SECRET: CLIENT.secret,
    TRIPTYCH_SESSION_SECRETS: CLIENT.secret,
    TRIPTYCH_OPERATORS: 'admins',
    TRIPTYCH_VIEWERS: 'staff',
  });
  await triptych.printed(/triptych listening on (http:\S+)/);
});

test.afterAll(async () => {
  await triptych.stop();
  await provider.close();
});

/** Fills in the provider’s form, to which the dashboard leads. */
async function signIn(page: Page, account: string) {
  await expect(page).toHaveTitle('Provider');
  await page.getByLabel('Account').fill(account);
  await page.getByRole('button', { name: 'Continue' }).click();
}

const userMenu = (page: Page, name: string) => page.getByRole('button', { name: `Signed in as ${name}` });

test('signs in, stays signed in, and signs out here and at the provider', async ({ page, request }) => {
  for (const path of ['/', CANARY, '/canaries/nobody', '/links', '/s/aaaaaaaaaaaaaaaaaaaaaa']) {
    const refused = await request.get(path, { maxRedirects: 0 });
    expect(refused.status(), path).toBe(307);
    expect(refused.headers().location).toBe(`/sign-in?${new URLSearchParams({ to: path })}`);
    expect(refused.headers()['cache-control']).toMatch(/private.*no-store/);
    expect(await refused.text()).not.toMatch(/sample-store-finder|Sample farm/);
  }
  await page.goto(`${CANARY}?from=now-6h&to=now`);
  await signIn(page, 'olga');
  await expect(page).toHaveURL(`${URL}${CANARY}?from=now-6h&to=now`);
  await expect(panel(page, 'Runs')).toContainText(/\d+ attempts/);
  await page.reload();
  await expect(panel(page, 'Runs')).toContainText(/\d+ attempts/);
  await userMenu(page, 'Olga Operator').click();
  await expect(page.getByText('Olga Operator · Operator')).toBeVisible();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: /^Yes/ }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await expectNoSeriousViolations(page);
  await page.goto('/farms');
  await expect(page).toHaveTitle('Provider');
  const audited = triptych.output.split('\n').filter((line) => line.startsWith('{"audit":true,'));
  const olga = audited.map((line) => JSON.parse(line)).filter(({ name }) => name === 'Olga Operator');
  for (const expected of [
    { method: 'GET', address: '/sign-in/callback', status: 303 },
    { method: 'GET', address: `${CANARY}?from=now-6h&to=now`, status: 200 },
    { method: 'POST', address: '/api/sign-out', status: 200 },
  ])
    expect(olga).toContainEqual(expect.objectContaining({ ...expected, role: 'operator' }));
  expect(new Set(olga.map(({ userId }) => userId)).size).toBe(1);
});

test('shows a viewer no control that the server refuses', async ({ page }) => {
  await page.goto(`${CANARY}?runType=DRY_RUN`);
  await signIn(page, 'victor');
  const dryRun = page.getByRole('button', { name: 'Start a dry run' });
  await expect(dryRun).toBeDisabled();
  await expect(dryRun).toHaveAttribute('title', 'Only operators may start dry runs.');
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Add a note' })).toBeDisabled();
  await page.goto('/links');
  await expect(page.getByRole('button', { name: 'Open a file' })).toBeDisabled();
  const farms = await (await page.request.get('/api/farms')).json();
  await page.goto(`/farms/${farms.data[0].farmId}?group=user`);
  await expect(page.getByRole('alert').first()).toContainText(
    'Only operators may see users and costs by user.',
  );
  await page.getByRole('combobox', { name: 'Group by' }).click();
  await expect(page.getByRole('option', { name: 'Job' })).toBeVisible();
  await expect(page.getByRole('option', { name: 'User' })).toBeDisabled();
});

test('creates a token with which a program reads and changes nothing, and revokes it', async ({
  page,
  request,
}) => {
  await page.goto('/tokens');
  await signIn(page, 'victor');
  await expect(page.getByText('Only operators may list, create and revoke tokens.')).toBeVisible();
  await page.context().clearCookies();
  await page.goto('/farms');
  await signIn(page, 'olga');
  await userMenu(page, 'Olga Operator').click();
  await page.getByRole('menuitem', { name: 'Tokens' }).click();
  await expect(page.getByText('No tokens yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Share: / })).toHaveCount(0);
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Billing report');
  await page.getByRole('combobox', { name: 'Expires after' }).selectOption('7 days');
  await page.getByRole('button', { name: 'Create' }).click();
  const token = (await page.getByLabel('Token', { exact: true }).textContent()) ?? '';
  await expect(page.getByRole('row', { name: /^Billing report/ })).toBeVisible();
  await expectNoSeriousViolations(page);
  const headers = { authorization: `Bearer ${token}` };
  expect((await request.get('/api/farms', { headers })).status()).toBe(200);
  expect((await request.get('/api/users', { headers })).status()).toBe(403);
  const health = { names: ['sample-login-flow'], from: 0, to: 1, bins: 1 };
  expect((await request.post('/api/canaries-health', { headers, data: health })).status()).toBe(200);
  const share = { name: 'x', path: '/farms', search: '', requests: [{ path: '/api/farms' }] };
  expect((await request.post('/api/links', { headers, data: share })).status()).toBe(403);
  await page.reload();
  await expect(page.getByRole('row', { name: /^Billing report/ })).toBeVisible();
  await expect(page.getByLabel('Token', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Revoke the token Billing report' }).click();
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(page.getByText('No tokens yet.')).toBeVisible();
  const refused = await request.get('/api/farms', { headers });
  expect(refused.status()).toBe(401);
  expect(await refused.json()).toMatchObject({ error: { code: 'BadToken' } });
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Short-lived');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByLabel('Token', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Revoke the token Short-lived' }).click();
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(page.getByLabel('Token', { exact: true })).toBeHidden();
});

test('tells on an open page that the session has ended, and returns to it after signing in', async ({
  page,
}) => {
  await page.goto('/links?from=now-2d');
  await signIn(page, 'olga');
  await settled(page);
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Menu of Links' }).click();
  await page.getByRole('menuitem', { name: 'Refresh' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'You are signed out. Sign in again.' });
  await notice.getByRole('button', { name: 'Sign in again' }).click();
  await signIn(page, 'olga');
  await expect(page).toHaveURL(`${URL}/links?from=now-2d`);
  await expect(userMenu(page, 'Olga Operator')).toBeVisible();
});

test('does not start without sign-in where others could reach it', async () => {
  const sentence = /would listen on 0\.0\.0\.0 and let in everybody who can reach it/;
  const refused = new TriptychProcess(['--host', '0.0.0.0']);
  expect(await refused.ended).toMatchObject({ status: 1 });
  expect(refused.output).toMatch(sentence);
  const server = spawn(process.execPath, [DASHBOARD_SERVER], {
    env: { ...process.env, HOSTNAME: '0.0.0.0', PORT: '0', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  server.stderr.on('data', (part) => {
    output += part;
  });
  const [status] = await once(server, 'exit');
  expect([status, output]).toEqual([1, expect.stringMatching(sentence)]);
});
