import fc from 'fast-check';
import type { Operation } from '../protocol/operation';
import { inputSchema, type Schema, withoutNull } from './schema';
import { type KnownValues, offByOne, valid, wrongType } from './values';

export type Kind = 'valid' | 'off by one' | 'wrong type' | 'missing' | 'garbage';

/** One request of a fuzz run. */
export type FuzzRequest = {
  operation: string;
  kind: Kind;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Uint8Array | undefined;
};

type Members = Record<string, unknown>;

/** Members that belong together, by operation; undefined leaves one out. */
export type Combinations = ReadonlyMap<string, readonly Members[]>;

/** Requests to an operation: half of them valid, the rest of all other kinds that its schema allows. */
export function requestsOf(
  operation: Operation,
  known: KnownValues,
  combinations: Combinations,
): fc.Arbitrary<FuzzRequest> {
  const schema = inputSchema(operation);
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => name !== 'body');
  const combination = fc.constantFrom({}, ...(combinations.get(operation.name) ?? []));
  const allMembers = fc
    .tuple(valid(schema, known) as fc.Arbitrary<Members>, combination)
    .map(([members, fixed]): Members => ({ ...members, ...fixed }));
  const changed = (kind: Kind, change: fc.Arbitrary<[string, unknown]>) =>
    fc
      .tuple(allMembers, change)
      .map(([members, [name, value]]) =>
        buildRequest(operation, schema, kind, { ...members, [name]: value }),
      );

  const validRequests = allMembers.map((members) => buildRequest(operation, schema, 'valid', members));
  const kinds: fc.Arbitrary<FuzzRequest>[] = [];
  const bounded = properties.flatMap(([name, member]) => {
    const value = offByOne(member);
    return value ? [value.map((outside): [string, unknown] => [name, outside])] : [];
  });
  if (bounded.length > 0) kinds.push(changed('off by one', fc.oneof(...bounded)));
  const inBody = properties.filter(([name, member]) => placeOf(operation, name, member) === 'body');
  if (inBody.length > 0) {
    const wrong = inBody.map(([name, member]) =>
      wrongType(member).map((value): [string, unknown] => [name, value]),
    );
    kinds.push(changed('wrong type', fc.oneof(...wrong)));
  }
  const required = (schema.required ?? []).filter((name) => !operation.path.includes(`{${name}}`));
  if (required.length > 0) {
    kinds.push(
      changed(
        'missing',
        fc.constantFrom(...required).map((name): [string, unknown] => [name, undefined]),
      ),
    );
  }
  kinds.push(garbage(operation));
  return fc.oneof(
    { weight: kinds.length, arbitrary: validRequests },
    ...kinds.map((arbitrary) => ({ weight: 1, arbitrary })),
  );
}

/** Where a member is sent: whatever is neither in the path nor in the query is in the JSON body. */
function placeOf(
  { path, method, payload }: Operation,
  name: string,
  schema: Schema,
): 'path' | 'query' | 'body' {
  if (path.includes(`{${name}}`)) return 'path';
  const { type, minimum } = withoutNull(schema);
  const isQueryInteger = type === 'string' && minimum !== undefined;
  return isQueryInteger || payload === 'blob' || method === 'GET' || method === 'DELETE' ? 'query' : 'body';
}

function buildRequest(operation: Operation, schema: Schema, kind: Kind, members: Members): FuzzRequest {
  let path = operation.path;
  const query = new URLSearchParams();
  const body: Members = {};
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined || name === 'body') continue;
    const place = placeOf(operation, name, schema.properties?.[name] ?? {});
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(String(value)));
    else if (place === 'body') body[name] = value;
    else for (const each of [value].flat()) if (each !== null) query.append(name, String(each));
  }
  const target = query.size > 0 ? `${path}?${query}` : path;
  const json = Object.keys(body).length > 0 ? Buffer.from(JSON.stringify(body)) : undefined;
  return {
    operation: operation.name,
    kind,
    method: operation.method,
    path: target,
    headers: { 'content-type': 'application/json' },
    body: operation.payload === 'blob' && kind !== 'missing' ? Buffer.from('{"callgraph":{}}') : json,
  };
}

const BODIES = [
  'null',
  '[]',
  '"text"',
  '{',
  '{"a":',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  `${'['.repeat(20_000)}`,
  `{"a":"${'x'.repeat(100_000)}"}`,
  '\ufeff{}',
];

/** Arbitrary labels, query, headers and bytes, sent to the path of the operation. */
function garbage({ name, method, path }: Operation): fc.Arbitrary<FuzzRequest> {
  const label = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }).map(encodeURIComponent),
    fc.constantFrom(
      '%',
      '%zz',
      '..',
      '%00',
      '%2e%2e%2f',
      '__proto__',
      'constructor',
      '%F0%9F%94%A5',
      'a'.repeat(5000),
    ),
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.constantFrom(...BODIES).map((text) => Buffer.from(text)),
    fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text)),
  );
  const headers = fc.constantFrom<Record<string, string>>(
    { 'content-type': 'application/json' },
    { 'content-type': 'application/x-amzn-ion' },
    { 'content-type': 'text/plain; charset=made-up' },
    { 'content-encoding': 'gzip' },
    { accept: 'text/html', 'accept-encoding': 'br;q=x, gzip;q=, *' },
    {},
  );
  const queries = fc.oneof(
    fc.constant(''),
    fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `?${encodeURIComponent(text)}`),
    fc.webQueryParameters().map((text) => `?${text}`),
  );
  return fc
    .tuple(fc.array(label, { minLength: 3, maxLength: 3 }), queries, headers, bytes)
    .map(([labels, query, headers, body]) => ({
      operation: name,
      kind: 'garbage',
      method,
      path: path.replace(/\{\w+\}/g, () => labels.shift() ?? 'x') + query,
      headers,
      body: method === 'GET' ? undefined : body,
    }));
}
