import * as client from 'openid-client';
import { cookieIn, setCookie } from '../cookies';
import { seal, unseal } from '../sealed';
import type { OidcSettings } from '../sign-in-settings';
import { provider } from './provider';

const USE = 'id token';
export const SIGN_OUT_PATH = '/api/sign-out';
/** Browsers drop larger cookies. A provider then asks whom to sign out. */
const MAX_LENGTH = 3900;

/** Sent only when signing out, so that it doesn’t make other requests larger. */
const nameOf = ({ isSecure }: OidcSettings) => `${isSecure ? '__Secure-' : ''}triptych-id-token`;

/** The Set-Cookie header with the ID token, which tells the provider whom to sign out; none if it is too large. */
export async function idTokenCookie(
  token: string | undefined,
  settings: OidcSettings,
  now: number,
): Promise<string[]> {
  const { secrets, maxMs, isSecure } = settings;
  const value = token === undefined ? '' : await seal({ token }, { secrets, use: USE, until: now + maxMs });
  if (value === '' || value.length > MAX_LENGTH) return [];
  const maxAgeSeconds = maxMs / 1000;
  return [setCookie({ name: nameOf(settings), value, path: SIGN_OUT_PATH, maxAgeSeconds, isSecure })];
}

/** The Set-Cookie header that removes the ID token. */
export const removedIdToken = (settings: OidcSettings): string =>
  setCookie({
    ...{ name: nameOf(settings), value: '', path: SIGN_OUT_PATH, maxAgeSeconds: 0 },
    isSecure: settings.isSecure,
  });

/** The provider’s address that signs out there and then leads to `returnTo`; undefined if it has none or can’t be reached. */
export async function providerSignOut(
  cookies: string | null,
  settings: OidcSettings,
  { returnTo, now }: { returnTo: string; now: number },
): Promise<string | undefined> {
  const config = await provider(settings, now).catch(() => undefined);
  if (!config?.serverMetadata().end_session_endpoint) return undefined;
  const { secrets } = settings;
  const opened = await unseal(cookieIn(cookies, nameOf(settings)), { secrets, use: USE, now });
  const hint = opened && { id_token_hint: String(opened.content.token) };
  return client.buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo, ...hint }).href;
}
