import { randomBytes } from 'node:crypto';
import * as client from 'openid-client';
import { z } from 'zod';
import { MINUTE } from '@/lib/time/duration';
import { auditSender } from '../../log/audit';
import { userId } from '../authorize';
import { cookieIn, cookieNames, setCookie } from '../cookies';
import { type Claims, knownGroups, nameOf, roleOf } from '../roles';
import { seal, unseal } from '../sealed';
import { cookieName, startedSession } from '../session';
import type { OidcSettings } from '../sign-in-settings';
import { idTokenCookie } from './id-token';
import { provider } from './provider';

const USE = 'sign-in';
const PREFIX = 'triptych-sign-in-';
/** How long somebody may take to sign in. */
const MAX_MS = 10 * MINUTE;
/** Sign-ins that a browser can have begun at a time, in several tabs; with one more the others are forgotten. */
const MAX_AT_ONCE = 4;
/** Browsers drop cookies of more than 4 KiB, and the server takes 16 KiB of headers. A longer address is forgotten. */
const MAX_TO_LENGTH = 1800;

const CALLBACK_PATH = '/sign-in/callback';

const flow = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() });

/** Where to send the browser, and the Set-Cookie headers for it. */
type Step = { location: string; setCookies: string[] };

type Begin = {
  /** The path to return to. */
  to: string;
  cookies: string | null;
  /** Ask for a password, also when the provider knows who it is. */
  asSomebodyElse: boolean;
};

/** Begins a sign-in: the address of the provider, and a cookie with what its answer is checked against. Rejects when it can’t be reached. */
export async function beginSignIn(
  { to, cookies, asSomebodyElse }: Begin,
  settings: OidcSettings,
  now: number,
): Promise<Step> {
  const config = await provider(settings, now);
  const id = randomBytes(6).toString('base64url');
  const state = `${id}.${client.randomState()}`;
  const nonce = client.randomNonce();
  const verifier = client.randomPKCECodeVerifier();
  const location = client.buildAuthorizationUrl(config, {
    redirect_uri: settings.origin + CALLBACK_PATH,
    scope: settings.scope,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(asSomebodyElse && { prompt: 'login' }),
  });
  const { secrets, isSecure } = settings;
  const kept = to.length > MAX_TO_LENGTH ? '/' : to;
  const value = await seal({ state, nonce, verifier, to: kept }, { secrets, use: USE, until: now + MAX_MS });
  const begun = cookieNames(cookies, cookieName(PREFIX, settings));
  return {
    location: location.href,
    setCookies: [
      ...(begun.length < MAX_AT_ONCE ? [] : begun.map((name) => removed(name, isSecure))),
      setCookie({ name: cookieName(PREFIX + id, settings), value, maxAgeSeconds: MAX_MS / 1000, isSecure }),
    ],
  };
}

const removed = (name: string, isSecure: boolean) =>
  setCookie({ name, value: '', maxAgeSeconds: 0, isSecure });

/** The result of a sign-in: a session; somebody who may not see the dashboard; or an answer that no sign-in of this browser waits for. */
export type Finished =
  | ({ type: 'session' } & Step)
  | { type: 'no-access'; name: string; setCookies: string[] }
  | { type: 'unknown' };

/** Finishes a sign-in with the provider’s answer in the query of an address. Rejects when the provider or the checks refuse it. */
export async function finishSignIn(
  { query, cookies }: { query: URLSearchParams; cookies: string | null },
  settings: OidcSettings,
  now: number,
): Promise<Finished> {
  const { secrets, isSecure, origin, roles, issuer } = settings;
  const name = cookieName(PREFIX + (query.get('state') ?? '').split('.')[0], settings);
  const opened = await unseal(cookieIn(cookies, name), { secrets, use: USE, now });
  const begun = flow.safeParse(opened?.content);
  if (!begun.success || begun.data.state !== query.get('state')) return { type: 'unknown' };
  const { state, nonce, verifier, to } = begun.data;
  const config = await provider(settings, now);
  const tokens = await client.authorizationCodeGrant(config, new URL(`${CALLBACK_PATH}?${query}`, origin), {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = await allClaims(config, tokens, settings);
  const groups = knownGroups(claims, roles);
  const person = { userId: userId(issuer.href, String(claims.sub)), name: nameOf(claims), groups };
  const setCookies = [removed(name, isSecure)];
  const role = roleOf(groups, roles);
  auditSender({ id: person.userId, name: person.name, role: role ?? 'none' });
  if (!role) return { type: 'no-access', name: person.name, setCookies };
  setCookies.push(await startedSession(person, settings, now));
  setCookies.push(...(await idTokenCookie(tokens.id_token, settings, now)));
  return { type: 'session', location: origin + to, setCookies };
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

/** The claims of the ID token, with those that a provider tells only when it is asked for them. */
async function allClaims(
  config: client.Configuration,
  tokens: Tokens,
  settings: OidcSettings,
): Promise<Claims> {
  const claims: Claims & { sub: string } = { ...{ sub: '' }, ...tokens.claims() };
  const isComplete = settings.roles.claim in claims && nameOf(claims) !== claims.sub;
  if (isComplete || !config.serverMetadata().userinfo_endpoint) return claims;
  return { ...claims, ...(await client.fetchUserInfo(config, tokens.access_token, claims.sub)) };
}
