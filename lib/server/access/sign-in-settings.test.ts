import { afterEach, expect, test, vi } from 'vitest';
import { refuseOpenAddress, signInSettings } from './sign-in-settings';

afterEach(() => vi.unstubAllEnvs());

const OIDC = {
  TRIPTYCH_SIGN_IN: 'oidc',
  TRIPTYCH_URL: 'https://triptych.example.com',
  TRIPTYCH_OIDC_ISSUER: 'https://id.example.com/realm',
  TRIPTYCH_OIDC_CLIENT_ID: 'triptych',
  TRIPTYCH_SESSION_SECRETS: `${'a'.repeat(32)}, ${'b'.repeat(32)}`,
  TRIPTYCH_OPERATORS: 'admins, sre',
};

const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/front/0123456789abcdef';

const ALB = {
  TRIPTYCH_SIGN_IN: 'jwt',
  TRIPTYCH_ALB_ARN: ARN,
  TRIPTYCH_JWT_ISSUER: 'https://id.example.com',
  TRIPTYCH_JWT_AUDIENCE: 'client',
  TRIPTYCH_VIEWERS: '*',
};

function settingsOf(variables: Record<string, string>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  return signInSettings();
}

test('needs nothing without sign-in', () => expect(settingsOf({})).toEqual({ mode: 'none' }));

test('reads those of a provider', () => {
  expect(settingsOf(OIDC)).toMatchObject({
    mode: 'oidc',
    origin: 'https://triptych.example.com',
    isSecure: true,
    secrets: ['a'.repeat(32), 'b'.repeat(32)],
    scope: 'openid profile email',
    roles: { claim: 'groups', viewers: [], operators: ['admins', 'sre'] },
  });
});

test('finds the keys of a load balancer by its region', () => {
  expect(settingsOf(ALB)).toMatchObject({
    header: 'x-amzn-oidc-data',
    algorithms: ['ES256'],
    keys: new URL('https://public-keys.auth.elb.eu-west-1.amazonaws.com'),
  });
});

test.each([
  ['no provider', { ...OIDC, TRIPTYCH_OIDC_ISSUER: '' }, 'so TRIPTYCH_OIDC_ISSUER must be set.'],
  ['no secret', { ...OIDC, TRIPTYCH_SESSION_SECRETS: '' }, 'so TRIPTYCH_SESSION_SECRETS must be set.'],
  ['a short secret', { ...OIDC, TRIPTYCH_SESSION_SECRETS: 'short' }, 'invalid: TRIPTYCH_SESSION_SECRETS.'],
  ['nobody let in', { ...OIDC, TRIPTYCH_OPERATORS: '' }, 'TRIPTYCH_VIEWERS or TRIPTYCH_OPERATORS must name'],
  ['a path', { ...OIDC, TRIPTYCH_URL: 'https://example.com/triptych' }, 'an address without a path'],
  ['no TLS', { ...OIDC, TRIPTYCH_URL: 'http://triptych.example.com' }, 'TRIPTYCH_URL must begin with https'],
  ['a provider without TLS', { ...OIDC, TRIPTYCH_OIDC_ISSUER: 'http://id.example.com' }, 'begin with https'],
  ['a mode that is off', { TRIPTYCH_OIDC_ISSUER: 'https://id.example.com' }, 'but TRIPTYCH_SIGN_IN is none.'],
  ['an unknown mode', { TRIPTYCH_SIGN_IN: 'saml' }, 'invalid: TRIPTYCH_SIGN_IN.'],
  ['no signer', { ...ALB, TRIPTYCH_ALB_ARN: '' }, 'so TRIPTYCH_ALB_ARN or TRIPTYCH_JWT_KEYS must be set.'],
  ['a symmetric algorithm', { ...ALB, TRIPTYCH_JWT_ALGORITHMS: 'HS256' }, 'TRIPTYCH_JWT_ALGORITHMS'],
  ['no audience', { ...ALB, TRIPTYCH_JWT_AUDIENCE: '' }, 'so TRIPTYCH_JWT_AUDIENCE must be set.'],
])('refuses %s with the reason', (_, variables, reason) => {
  expect(() => settingsOf(variables)).toThrow(reason);
});

test.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('listens on %s without sign-in', (address) => {
  expect(() => refuseOpenAddress(address)).not.toThrow();
});

test.each(['0.0.0.0', '::', '10.0.0.5', 'dashboard.example.com', '127.0.0.1.example.com', undefined])(
  'does not listen on %s without sign-in',
  (address) => {
    expect(() => refuseOpenAddress(address)).toThrow(
      `would listen on ${address ?? 'all addresses'} and let in everybody who can reach it`,
    );
  },
);

test('listens anywhere with sign-in', () => {
  settingsOf(OIDC);
  expect(() => refuseOpenAddress('0.0.0.0')).not.toThrow();
});
