import type { Exchange, Visit } from './visit';

const MAX_HEADER_LENGTH = 1000;

/** Headers that describe a request or response and hold no secret. */
const INCLUDED_HEADERS = new Set([
  'accept-ranges',
  'age',
  'cache-control',
  'connection',
  'content-encoding',
  'content-language',
  'content-length',
  'content-type',
  'date',
  'expires',
  'last-modified',
  'retry-after',
  'server',
  'transfer-encoding',
  'user-agent',
  'vary',
]);

/**
 * The requests of a run as an HTTP Archive 1.2 (www.softwareishard.com/blog/har-12-spec). Omits bodies, cookies, the
 * values of query parameters, and headers that may hold a secret.
 */
export function toHar(visits: readonly Visit[]): object {
  return {
    log: {
      version: '1.2',
      creator: { name: 'local-aws', version: '1.0' },
      entries: visits.flatMap(({ step, exchanges }) =>
        exchanges.map((exchange) => entry(exchange, step.name)),
      ),
    },
  };
}

function entry(exchange: Exchange, comment: string | undefined): object {
  const { started, answered = exchange.ended, ended } = exchange;
  return {
    startedDateTime: new Date(started).toISOString(),
    time: ended - started,
    request: {
      method: exchange.method,
      url: withoutSecrets(exchange.url),
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: includedHeaders(exchange.requestHeaders),
      queryString: [...new URL(exchange.url).searchParams.keys()].map((name) => ({ name, value: '' })),
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status: exchange.status ?? 0,
      statusText: exchange.statusText ?? '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: includedHeaders(exchange.responseHeaders),
      content: { size: exchange.bodyBytes, mimeType: contentType(exchange) },
      redirectURL: exchange.redirectUrl === undefined ? '' : withoutSecrets(exchange.redirectUrl),
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: answered - started, receive: ended - answered },
    comment,
  };
}

function includedHeaders(headers: readonly [string, string][]): object[] {
  return headers
    .filter(([name]) => INCLUDED_HEADERS.has(name))
    .map(([name, value]) => ({ name, value: value.slice(0, MAX_HEADER_LENGTH) }));
}

function contentType({ responseHeaders }: Exchange): string {
  const [, value = ''] = responseHeaders.find(([name]) => name === 'content-type') ?? [];
  return value.slice(0, MAX_HEADER_LENGTH);
}

/** A URL without the values of its query parameters, user, password and fragment. */
function withoutSecrets(text: string): string {
  const url = new URL(text);
  url.username = '';
  url.password = '';
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) url.searchParams.set(name, '');
  return url.href;
}
