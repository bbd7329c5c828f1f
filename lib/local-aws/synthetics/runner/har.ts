import type { Exchange, Visit } from './visit';

const LONGEST_HEADER = 1000;

/** Headers that tell about an answer and hold no secret. */
const TOLD = new Set([
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
 * The requests of a run as an HTTP Archive 1.2 (www.softwareishard.com/blog/har-12-spec). Bodies, cookies, the values of
 * query parameters and headers that may hold a secret are left out.
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
      headers: toldHeaders(exchange.requestHeaders),
      queryString: [...new URL(exchange.url).searchParams.keys()].map((name) => ({ name, value: '' })),
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status: exchange.status ?? 0,
      statusText: exchange.statusText ?? '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toldHeaders(exchange.responseHeaders),
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

function toldHeaders(headers: readonly [string, string][]): object[] {
  return headers
    .filter(([name]) => TOLD.has(name))
    .map(([name, value]) => ({ name, value: value.slice(0, LONGEST_HEADER) }));
}

function contentType({ responseHeaders }: Exchange): string {
  const [, value = ''] = responseHeaders.find(([name]) => name === 'content-type') ?? [];
  return value.slice(0, LONGEST_HEADER);
}

/** A URL with the names of its query's parameters only, and without user, password and fragment. */
function withoutSecrets(text: string): string {
  const url = new URL(text);
  url.username = '';
  url.password = '';
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) url.searchParams.set(name, '');
  return url.href;
}
