import { badConfig } from '../config/parse-config';
import { type Env, env } from '../env';
import { processWide } from '../process-wide';

/** Which values of a claim make a person a viewer or an operator. */
export type RoleSettings = { claim: string; viewers: readonly string[]; operators: readonly string[] };

/** Sign-in with an OpenID Connect provider. */
export type OidcSettings = {
  mode: 'oidc';
  roles: RoleSettings;
  /** The dashboard's own address, without a path. */
  origin: string;
  isSecure: boolean;
  issuer: URL;
  clientId: string;
  clientSecret: string | undefined;
  scope: string;
  secrets: readonly string[];
  idleMs: number;
  maxMs: number;
};

/** Sign-in by what is in front of the dashboard, which sends a signed token with each request. */
export type JwtSettings = {
  mode: 'jwt';
  roles: RoleSettings;
  header: string;
  issuer: string;
  audience: string;
  algorithms: readonly string[];
  keys: URL;
  /** ARN of the load balancer that signs; undefined for other fronts. */
  alb: string | undefined;
};

export type SignInSettings = { mode: 'none' } | OidcSettings | JwtSettings;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Last = { of?: Env; settings?: SignInSettings };

/** How people sign in. Throws a ProblemError that names what is missing or contradicts itself. */
export function signInSettings(): SignInSettings {
  const of = env();
  const last = processWide<Last>('sign-in settings', () => ({}));
  if (last.of === of && last.settings) return last.settings;
  last.settings = settingsIn(of);
  last.of = of;
  return last.settings;
}

function settingsIn(of: Env): SignInSettings {
  refuseUnused(of);
  switch (of.TRIPTYCH_SIGN_IN) {
    case 'none':
      return { mode: 'none' };
    case 'oidc':
      return oidcSettings(of);
    case 'jwt':
      return jwtSettings(of);
  }
}

const ROLE_SETTINGS = ['TRIPTYCH_VIEWERS', 'TRIPTYCH_OPERATORS', 'TRIPTYCH_ROLE_CLAIM'];

/** Settings of a sign-in that is off are a mistake that would leave the dashboard open. */
function refuseUnused(of: Env): void {
  const set = Object.entries(of).filter(([, value]) => value !== undefined);
  for (const [prefix, mode] of [
    ['TRIPTYCH_OIDC_', 'oidc'],
    ['TRIPTYCH_SESSION_SECRETS', 'oidc'],
    ['TRIPTYCH_JWT_', 'jwt'],
    ['TRIPTYCH_ALB_', 'jwt'],
  ] as const) {
    const name = set.find(([each]) => each.startsWith(prefix))?.[0];
    if (name && of.TRIPTYCH_SIGN_IN !== mode)
      throw badConfig(`${name} is set, but TRIPTYCH_SIGN_IN is ${of.TRIPTYCH_SIGN_IN}. Set it to ${mode}.`);
  }
  const role = set.find(([each]) => ROLE_SETTINGS.includes(each))?.[0];
  if (role && of.TRIPTYCH_SIGN_IN === 'none')
    throw badConfig(`${role} is set, but TRIPTYCH_SIGN_IN is none. Set it to oidc or jwt.`);
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/** Whether a host name stands for this machine alone. */
const isLoopback = (host: string | undefined): boolean => LOOPBACK.test(host ?? '');

/** Throws a ProblemError unless people sign in, or the server listens on this machine alone. Next listens everywhere without a name. */
export function refuseOpenAddress(hostname: string | undefined): void {
  if (signInSettings().mode !== 'none' || isLoopback(hostname)) return;
  throw badConfig(
    `The dashboard would listen on ${hostname ?? 'all addresses'} and let in everybody who can reach it, because TRIPTYCH_SIGN_IN ` +
      'is none. Set it to oidc or jwt, or listen on 127.0.0.1 (HOSTNAME, or --host of npm start).',
  );
}

function oidcSettings(of: Env): OidcSettings {
  const url = new URL(required(of, 'TRIPTYCH_URL'));
  if (url.pathname !== '/' || url.search || url.hash || url.username)
    throw badConfig('TRIPTYCH_URL must be an address without a path, such as https://triptych.example.com.');
  return {
    mode: 'oidc',
    roles: roleSettings(of),
    origin: url.origin,
    isSecure: secureUrl(url, 'TRIPTYCH_URL').protocol === 'https:',
    issuer: secureUrl(new URL(required(of, 'TRIPTYCH_OIDC_ISSUER')), 'TRIPTYCH_OIDC_ISSUER'),
    clientId: required(of, 'TRIPTYCH_OIDC_CLIENT_ID'),
    clientSecret: of.TRIPTYCH_OIDC_CLIENT_SECRET,
    scope: of.TRIPTYCH_OIDC_SCOPE ?? 'openid profile email',
    secrets: required(of, 'TRIPTYCH_SESSION_SECRETS'),
    idleMs: of.TRIPTYCH_SESSION_IDLE_MINUTES * MINUTE_MS,
    maxMs: of.TRIPTYCH_SESSION_HOURS * HOUR_MS,
  };
}

function jwtSettings(of: Env): JwtSettings {
  const { TRIPTYCH_ALB_ARN: alb, TRIPTYCH_JWT_KEYS: keys } = of;
  if (!alb && !keys)
    throw badConfig('TRIPTYCH_SIGN_IN is jwt, so TRIPTYCH_ALB_ARN or TRIPTYCH_JWT_KEYS must be set.');
  return {
    mode: 'jwt',
    roles: roleSettings(of),
    header: alb ? (of.TRIPTYCH_JWT_HEADER ?? 'x-amzn-oidc-data') : required(of, 'TRIPTYCH_JWT_HEADER'),
    issuer: required(of, 'TRIPTYCH_JWT_ISSUER'),
    audience: required(of, 'TRIPTYCH_JWT_AUDIENCE'),
    algorithms: alb ? ['ES256'] : (of.TRIPTYCH_JWT_ALGORITHMS ?? ['ES256', 'RS256']),
    keys: secureUrl(new URL(keys ?? albKeys(alb ?? '')), 'TRIPTYCH_JWT_KEYS'),
    alb,
  };
}

/** Where the load balancers of a region publish their keys, by the ARN of one. */
const albKeys = (arn: string) => `https://public-keys.auth.elb.${arn.split(':')[3]}.amazonaws.com`;

/** Nobody is let in by default: a provider may know far more people than may see the dashboard. */
function roleSettings(of: Env): RoleSettings {
  const { TRIPTYCH_VIEWERS: viewers = [], TRIPTYCH_OPERATORS: operators = [] } = of;
  if (viewers.length + operators.length === 0)
    throw badConfig(
      `TRIPTYCH_SIGN_IN is ${of.TRIPTYCH_SIGN_IN}, so TRIPTYCH_VIEWERS or TRIPTYCH_OPERATORS must name groups. * stands for everybody who can sign in.`,
    );
  return { claim: of.TRIPTYCH_ROLE_CLAIM ?? 'groups', viewers, operators };
}

function required<Name extends keyof Env>(of: Env, name: Name): NonNullable<Env[Name]> {
  const value = of[name];
  if (value === undefined || value === null)
    throw badConfig(`TRIPTYCH_SIGN_IN is ${of.TRIPTYCH_SIGN_IN}, so ${name} must be set.`);
  return value;
}

/** Refuses http except on this machine, where nobody can listen in. */
function secureUrl(url: URL, name: string): URL {
  if (url.protocol === 'https:' || isLoopback(url.hostname)) return url;
  throw badConfig(`${name} must begin with https://, except on loopback.`);
}
