import { createHmac, sign } from 'node:crypto';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { authorize } from '../authorize';
import { stubSignIn } from '../settings-for-test';
import { startKeyServer } from './keys-for-test';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const ISSUER = 'https://id.example.com';
const AUDIENCE = 'client-1';
const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/front/0123456789abcdef';

type Keys = { privateKey: CryptoKey; publicKey: CryptoKey };

let own: Keys;
let foreign: Keys;
let pem: string;
let server: Awaited<ReturnType<typeof startKeyServer>>;

beforeAll(async () => {
  own = await generateKeyPair('ES256', { extractable: true });
  foreign = await generateKeyPair('ES256', { extractable: true });
  pem = await exportSPKI(own.publicKey);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k1', alg: 'ES256' };
  server = await startKeyServer({ '/jwks': JSON.stringify({ keys: [jwk] }), '/alb/k1': pem });
});

afterAll(() => server.close());

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const CLAIMS = { sub: 'jane', name: 'Jane Doe', groups: ['staff'], iss: ISSUER, aud: AUDIENCE };
const IN_TIME = NOW / 1000 + 60;

type Changes = { header?: object; claims?: object; key?: CryptoKey };

const token = ({ header = {}, claims = {}, key = own.privateKey }: Changes = {}) =>
  new SignJWT({ ...CLAIMS, exp: IN_TIME, ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'k1', ...header })
    .sign(key);

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

const front = () =>
  stubSignIn({
    ...{ TRIPTYCH_SIGN_IN: 'jwt', TRIPTYCH_JWT_HEADER: 'x-front', TRIPTYCH_JWT_KEYS: `${server.url}/jwks` },
    ...{ TRIPTYCH_JWT_ISSUER: ISSUER, TRIPTYCH_JWT_AUDIENCE: AUDIENCE },
  });

const sendTo = (header: string) => (value: string) => authorize(new Headers({ [header]: value }), 'view');
const send = sendTo('x-front');

const SIGNED_OUT = { problem: { status: 401, code: 'SignedOut' } };

test('admits who has a token of the front', async () => {
  front();
  expect(await send(await token())).toMatchObject({ name: 'Jane Doe', role: 'viewer' });
});

test.each<[string, Changes]>([
  ['of another issuer', { claims: { iss: 'https://evil.example' } }],
  ['for another audience', { claims: { aud: 'client-2' } }],
  ['that has expired', { claims: { exp: NOW / 1000 - 60 } }],
  ['that never expires', { claims: { exp: undefined } }],
  ['that is not valid yet', { claims: { nbf: NOW / 1000 + 600 } }],
  ['of nobody', { claims: { sub: undefined } }],
  ['with an unknown key', { header: { kid: 'k2' } }],
])('refuses a token %s', async (_, changes) => {
  front();
  await expect(send(await token(changes))).rejects.toMatchObject(SIGNED_OUT);
});

test('refuses a token with another signature', async () => {
  front();
  await expect(send(await token({ key: foreign.privateKey }))).rejects.toMatchObject(SIGNED_OUT);
  const [header, , signature] = (await token()).split('.');
  const operator = encoded({ ...CLAIMS, exp: IN_TIME, groups: ['admins'] });
  await expect(send(`${header}.${operator}.${signature}`)).rejects.toMatchObject(SIGNED_OUT);
});

test('refuses a token without a signature, and one signed with the public key as a secret', async () => {
  front();
  const payload = encoded({ ...CLAIMS, exp: IN_TIME, groups: ['admins'] });
  await expect(send(`${encoded({ alg: 'none', kid: 'k1' })}.${payload}.`)).rejects.toMatchObject(SIGNED_OUT);
  const signed = `${encoded({ alg: 'HS256', kid: 'k1' })}.${payload}`;
  const mac = createHmac('sha256', pem).update(signed).digest('base64url');
  await expect(send(`${signed}.${mac}`)).rejects.toMatchObject(SIGNED_OUT);
});

test.each(['', 'x', 'a.b.c', `${'a'.repeat(17_000)}`])('refuses %.20s, which is no token', async (text) => {
  front();
  await expect(send(text)).rejects.toMatchObject(SIGNED_OUT);
});

test('refuses who has no role', async () => {
  front();
  const stranger = await token({ claims: { groups: ['others'] } });
  await expect(send(stranger)).rejects.toMatchObject({ problem: { status: 403, code: 'NoAccess' } });
});

test('says that keys can’t be read, and does not wait for them again at once', async () => {
  front();
  vi.stubEnv('TRIPTYCH_JWT_KEYS', 'http://127.0.0.1:9/jwks');
  for (let count = 0; count < 2; count++)
    await expect(send(await token())).rejects.toMatchObject({
      problem: { status: 503, code: 'SignInUnreachable', retryable: true },
    });
  expect(console.error).toHaveBeenCalledTimes(1);
});

const alb = () =>
  stubSignIn({
    ...{ TRIPTYCH_SIGN_IN: 'jwt', TRIPTYCH_ALB_ARN: ARN, TRIPTYCH_JWT_KEYS: `${server.url}/alb` },
    ...{ TRIPTYCH_JWT_ISSUER: ISSUER, TRIPTYCH_JWT_AUDIENCE: AUDIENCE },
  });

const ALB_HEADER = { signer: ARN, iss: ISSUER, client: AUDIENCE, exp: IN_TIME };
const sendAlb = sendTo('x-amzn-oidc-data');

/** A token as a load balancer writes it: with padding, also in what it signs, and claims without an audience. */
function albToken(header: object = {}, key = own.privateKey): string {
  const padded = (part: string | Buffer) => {
    const text = Buffer.from(part).toString('base64url');
    return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
  };
  const { aud: _, iss: __, ...claims } = CLAIMS;
  const parts = [{ alg: 'ES256', kid: 'k1', ...ALB_HEADER, ...header }, claims];
  const signed = parts.map((part) => padded(JSON.stringify(part))).join('.');
  const options = { key: key as never, dsaEncoding: 'ieee-p1363' } as const;
  return `${signed}.${padded(sign('sha256', Buffer.from(signed), options))}`;
}

test('admits who has a token of the load balancer, whose parts are padded', async () => {
  alb();
  const padded = albToken();
  expect(padded).toMatch(/=\..*=\.|=\./);
  expect(await sendAlb(padded)).toMatchObject({ name: 'Jane Doe', role: 'viewer' });
});

test.each([
  ['of another load balancer', { signer: ARN.replace('front', 'other') }],
  ['without a signer', { signer: undefined }],
  ['of another issuer', { iss: 'https://evil.example' }],
  ['for another client', { client: 'client-2' }],
  ['that has expired', { exp: NOW / 1000 - 60 }],
  ['that never expires', { exp: undefined }],
  ['with a key that would be elsewhere', { kid: '../k1' }],
])('refuses a token of a load balancer %s', async (_, header) => {
  alb();
  await expect(sendAlb(albToken(header))).rejects.toMatchObject(SIGNED_OUT);
});

test('reads a key once, and of forged ones no more than a few', async () => {
  alb();
  server.requests.length = 0;
  await Promise.all([sendAlb(albToken()), sendAlb(albToken()), sendAlb(albToken())]);
  const forgeries = Array.from({ length: 60 }, (_, n) => sendAlb(albToken({ kid: `forged-${n}` })));
  for (const forged of await Promise.allSettled(forgeries))
    expect(forged).toMatchObject({ status: 'rejected', reason: SIGNED_OUT });
  for (let count = 0; count < 60; count++)
    await expect(sendAlb(albToken({ kid: `later-${count}` }))).rejects.toMatchObject(SIGNED_OUT);
  expect(await sendAlb(albToken())).toBeDefined();
  expect(server.requests.filter((path) => path === '/alb/k1').length).toBeLessThanOrEqual(1);
  expect(server.requests.length).toBeLessThanOrEqual(21);
});

test('reads no key for a token of another load balancer', async () => {
  alb();
  server.requests.length = 0;
  const other = albToken({ kid: 'other', signer: ARN.replace('front', 'other') });
  await expect(sendAlb(other)).rejects.toMatchObject(SIGNED_OUT);
  expect(server.requests).toEqual([]);
});
