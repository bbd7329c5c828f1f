import * as client from 'openid-client';
import { HOUR, SECOND } from '@/lib/time/duration';
import { processWide } from '../../process-wide';
import type { OidcSettings } from '../sign-in-settings';

const TIMEOUT_SECONDS = 5;
const READ_AGAIN_AFTER_MS = HOUR;
/** After a failure, sign-ins fail at once for this time. */
const FAILED_FOR_MS = 3 * SECOND;

type Known = {
  provider?: client.Configuration;
  readAt: number;
  reading?: Promise<client.Configuration> | undefined;
  failed?: { error: unknown; until: number };
};

/** The provider as it describes itself, read at most once an hour; the last one while it can’t be reached. Rejects when it never was. */
export async function provider(settings: OidcSettings, now: number): Promise<client.Configuration> {
  const { issuer, clientId } = settings;
  const known = processWide<Known>(`provider ${issuer} ${clientId}`, () => ({ readAt: 0 }));
  if (known.provider && now - known.readAt < READ_AGAIN_AFTER_MS) return known.provider;
  if (known.failed && now < known.failed.until) return known.provider ?? Promise.reject(known.failed.error);
  known.reading ??= discovered(settings).finally(() => {
    known.reading = undefined;
  });
  try {
    known.provider = await known.reading;
    known.readAt = now;
    return known.provider;
  } catch (error) {
    known.failed = { error, until: now + FAILED_FOR_MS };
    if (known.provider) return known.provider;
    throw error;
  }
}

async function discovered({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  // The settings allow http on loopback alone.
  const execute = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  const found = await client.discovery(issuer, clientId, undefined, authentication(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    execute: [...execute, client.enableNonRepudiationChecks],
  });
  return found;
}

/** How the dashboard proves who it is to the provider: in the way that the provider takes; by PKCE alone without a secret. */
const authentication = (secret: string | undefined): client.ClientAuth => {
  if (secret === undefined) return client.None();
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    // Basic is what a provider takes that names no way.
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const way = taken.includes('client_secret_basic') ? basic : post;
    return way(server, ...rest);
  };
};
