import fc from 'fast-check';
import type { Schema } from '@/lib/local-aws/fuzz/schema';
import { type KnownValues, offByOne, valid, wrongType } from '@/lib/local-aws/fuzz/values';

/** The part of the dashboard’s OpenAPI description that requests are made from. */
export type OpenApi = { paths: Record<string, Record<string, Described>> };

type Described = {
  parameters?: { name: string; in: 'path' | 'query'; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
};

export type FuzzRequest = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Uint8Array | undefined;
};

/** A route of the API with one of its methods. */
type Route = Described & { path: string; method: string };

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'M-SEARCH'];

const PAGES = [
  ...['/', '/profiles', '/profiles/{name}', '/farms', '/farms/{name}', '/canaries', '/canaries/{name}'],
  ...['/why', '/links', '/tokens', '/s/{name}', '/s/{name}/lost', '/s/{name}/difference', '/sign-in'],
  ...['/signed-out', '/healthz', '/readyz', '/metrics', '/_next/static/{name}', '/{name}', '/{name}/{name}'],
];

/** Names of parameters in the addresses of pages. */
const PAGE_PARAMS = [
  ...['from', 'to', 'tz', 'asof', 'refresh', 'view', 'data', 'maxDepth', 'search', 'focus', 'kept', 'run'],
  ...['file', 'show', 'page', 'groupBy', 'queueIds', 'statistic', 'measure', 'farm', 'canary', 'baseline'],
];

const ODD_TEXTS = [
  ...['', ' ', '%', '%zz', '..', '%00', '%2e%2e%2f', '..%2f..%2fetc%2fpasswd', '__proto__', 'constructor'],
  ...['null', 'undefined', 'NaN', '-1', '1e309', '9'.repeat(400), '%F0%9F%94%A5', '%ff', '%e2%80%ae', '\\'],
  ...[
    'now-6h',
    'now',
    '2026-11-24T14:00:00Z',
    '-999999-01-01T00:00:00Z',
    'now-9999999999y',
    'a'.repeat(3000),
  ],
  ...['{"a":1}', '[]', '<script>', "' OR 1=1 --", '//evil.example', 'https://evil.example/', 'javascript:1'],
];

const BODIES = [
  ...['null', '[]', '"text"', '{', '{"a":', '\ufeff{}', '['.repeat(50_000), `{"a":"${'x'.repeat(100_000)}"}`],
  ...['{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"x":1}}}', '{"name":"\\ud800"}'],
];

const oddText = fc.oneof(
  fc.constantFrom(...ODD_TEXTS),
  fc.string({ unit: 'binary', maxLength: 60 }).map(encodeURIComponent),
);

const headers: fc.Arbitrary<Record<string, string>> = fc
  .tuple(
    fc.constantFrom<Record<string, string>>(
      {},
      { cookie: 'triptych-session=x' },
      { cookie: `triptych-session=${'x'.repeat(4000)}; a=b; =; ;` },
      { authorization: 'Bearer x' },
      { authorization: `Bearer trp_${'A'.repeat(43)}` },
      { authorization: 'Basic Og==' },
      { 'x-amzn-oidc-data': 'a.b.c' },
    ),
    fc.constantFrom<Record<string, string>>(
      {},
      { accept: 'text/html', 'accept-encoding': 'br;q=x, gzip;q=, *' },
      { range: 'bytes=5-2', 'if-none-match': '*', 'if-modified-since': 'yesterday' },
      { 'accept-language': '*'.repeat(500), 'x-request-id': '../../x' },
      { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': '%5B%5D' },
      { 'next-action': 'x'.repeat(40) },
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher', forwarded: 'for=_x' },
    ),
    fc.constantFrom<Record<string, string>>(
      { 'content-type': 'application/json' },
      { 'content-type': 'application/json; charset=made-up' },
      { 'content-type': 'multipart/form-data; boundary=x' },
      { 'content-type': 'application/zip' },
      { 'content-encoding': 'gzip' },
      {},
    ),
    fc.constantFrom<Record<string, string>>({}, { origin: 'https://evil.example' }, { origin: 'null' }),
  )
  .map((parts) => Object.assign({}, ...parts));

const garbageBody = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.constantFrom(...BODIES).map((text) => Buffer.from(text)),
  fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text)),
);

/** Requests to all routes and pages of a dashboard at `origin`: half of them nearly valid, the rest garbage. */
export function dashboardRequests(
  api: OpenApi,
  known: KnownValues,
  origin: string,
): fc.Arbitrary<FuzzRequest> {
  const routes = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, described]): Route => ({ ...described, path, method: method.toUpperCase() }),
    ),
  );
  const nearlyValid = fc.constantFrom(...routes).chain((route) => nearlyValidRequest(route, known, origin));
  return fc.oneof(
    { weight: 2, arbitrary: nearlyValid },
    { weight: 1, arbitrary: garbage(routes) },
    { weight: 1, arbitrary: pages },
  );
}

/** A request whose values fit the description but for one, at most. */
function nearlyValidRequest(route: Route, known: KnownValues, origin: string): fc.Arbitrary<FuzzRequest> {
  const { method, path, parameters = [], requestBody } = route;
  const schema = requestBody?.content['application/json']?.schema;
  const values = fc.tuple(
    ...parameters.map(({ name, schema: of, in: place, required }) =>
      value(of, known, name, place === 'path' || required === true),
    ),
  );
  const body = schema
    ? fc.oneof({ weight: 4, arbitrary: valid(schema, known) }, { weight: 1, arbitrary: wrongType(schema) })
    : fc.constant(undefined);
  return fc.tuple(values, body).map(([given, json]) => {
    let target = path;
    const query = new URLSearchParams();
    for (const [at, { name, in: place }] of parameters.entries()) {
      const each = given[at];
      if (each === undefined) continue;
      const text = typeof each === 'object' ? JSON.stringify(each) : String(each);
      if (place === 'path') target = target.replace(`{${name}}`, encodeURIComponent(text));
      else query.append(name, text);
    }
    return {
      method,
      path: query.size > 0 ? `${target}?${query}` : target,
      headers: { 'content-type': 'application/json', origin },
      body: json === undefined ? undefined : Buffer.from(JSON.stringify(json)),
    };
  });
}

function value(schema: Schema, known: KnownValues, name: string, isRequired: boolean): fc.Arbitrary<unknown> {
  const outside = offByOne(schema) ?? wrongType(schema);
  const some = fc.oneof(
    { weight: 6, arbitrary: valid(schema, known, name) },
    { weight: 1, arbitrary: outside },
  );
  return isRequired ? some : fc.option(some, { nil: undefined });
}

/** Any method, labels, query, headers and bytes at the path of a route. */
const garbage = (routes: readonly Route[]): fc.Arbitrary<FuzzRequest> =>
  fc
    .tuple(
      fc.constantFrom(...routes),
      fc.option(fc.constantFrom(...METHODS), { nil: undefined }),
      fc.array(oddText, { minLength: 4, maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.constantFrom(...PAGE_PARAMS), fc.string()), oddText, { maxKeys: 5 }),
      headers,
      garbageBody,
    )
    .map(([route, method = route.method, labels, query, sent, body]) => ({
      method,
      path: withQuery(filled(route.path, labels), query),
      headers: sent,
      body: ['GET', 'HEAD'].includes(method) ? undefined : body,
    }));

const pages: fc.Arbitrary<FuzzRequest> = fc
  .tuple(
    fc.constantFrom(...PAGES),
    fc.constantFrom('GET', 'GET', 'GET', ...METHODS),
    fc.array(oddText, { minLength: 4, maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...PAGE_PARAMS), oddText, { maxKeys: 6 }),
    headers,
  )
  .map(([path, method, labels, query, sent]) => ({
    method,
    path: withQuery(filled(path, labels), query),
    headers: sent,
  }));

const filled = (path: string, labels: readonly string[]) => {
  const rest = [...labels];
  return path.replace(/\{\w+\}/g, () => encodedOdd(rest.shift() ?? 'x'));
};

/** What Node refuses to send in an address is sent encoded. */
const encodedOdd = (text: string) => text.replace(/[^\x21-\x7e]/g, encodeURIComponent);

function withQuery(path: string, query: Record<string, string>): string {
  const parts = Object.entries(query).map(
    ([name, text]) => `${encodeURIComponent(name)}=${encodedOdd(text)}`,
  );
  return parts.length > 0 ? `${path}?${parts.join('&')}` : path;
}
