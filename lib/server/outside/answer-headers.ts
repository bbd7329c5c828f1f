import type { IncomingMessage, ServerResponse } from 'node:http';
import { isOwnHost } from '../http/host';

/** A year. */
const HSTS_SECONDS = 31_536_000;

/** Files of the build, which have a policy of their own: a worker's script obeys that of its own answer. */
const BUILD_FILE = /^\/(_next\/|icon\.svg)/;

/** Headers of every answer that has no other value for them. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** Headers of answers that may have data in them. */
const FOR_DATA = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/**
 * The headers of an answer whose route sets none of them. Browsers use TLS alone from an answer on that came through TLS: only the
 * configured host may say so, because a proxy is known to be in front of that one.
 */
export function defaultHeaders(
  { url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
  publicHost: string | undefined,
): Record<string, string> {
  const { host = null, 'x-forwarded-proto': forwarded } = headers;
  const isTls =
    String(forwarded ?? '')
      .split(',')[0]
      ?.trim() === 'https';
  return {
    ...ALWAYS,
    ...(BUILD_FILE.test(url) ? {} : FOR_DATA),
    ...(isTls && publicHost !== undefined && isOwnHost(host, publicHost) && !isOwnHost(host, undefined)
      ? { 'strict-transport-security': `max-age=${HSTS_SECONDS}` }
      : {}),
  };
}

/** Adds headers to an answer when it is sent, except those that it has by then, whoever answers. */
export function addMissingHeaders(response: ServerResponse, missing: () => Record<string, string>): void {
  const writeHead = response.writeHead;
  response.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    for (const [name, value] of Object.entries(missing())) {
      if (!this.hasHeader(name)) this.setHeader(name, value);
    }
    return Reflect.apply(writeHead, this, args);
  } as typeof writeHead;
}
