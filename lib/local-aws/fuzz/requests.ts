import fc from 'fast-check';
import type { Operation } from '../protocol/operation';
import { inputSchema, present, type Schema } from './schema';
import { type Known, offByOne, valid, wrongType } from './values';

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

/** Members that go together, by the names of operations; undefined leaves one out. */
export type Combinations = ReadonlyMap<string, readonly Members[]>;

/** Requests to an operation: half of them valid, the rest of every other kind that it allows. */
export function requestsOf(
  operation: Operation,
  known: Known,
  combinations: Combinations,
): fc.Arbitrary<FuzzRequest> {
  const schema = inputSchema(operation);
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => name !== 'body');
  const together = fc.constantFrom({}, ...(combinations.get(operation.name) ?? []));
  const good = fc
    .tuple(valid(schema, known) as fc.Arbitrary<Members>, together)
    .map(([members, fixed]): Members => ({ ...members, ...fixed }));
  const changed = (kind: Kind, change: fc.Arbitrary<[string, unknown]>) =>
    fc
      .tuple(good, change)
      .map(([members, [name, value]]) => built(operation, schema, kind, { ...members, [name]: value }));

  const taken = good.map((members) => built(operation, schema, 'valid', members));
  const kinds: fc.Arbitrary<FuzzRequest>[] = [];
  const bounded = properties.flatMap(([name, each]) => {
    const value = offByOne(each);
    return value ? [value.map((outside): [string, unknown] => [name, outside])] : [];
  });
  if (bounded.length > 0) kinds.push(changed('off by one', fc.oneof(...bounded)));
  const inBody = properties.filter(([name, each]) => placeOf(operation, name, each) === 'body');
  if (inBody.length > 0) {
    const wrong = inBody.map(([name, each]) =>
      wrongType(each).map((value): [string, unknown] => [name, value]),
    );
    kinds.push(changed('wrong type', fc.oneof(...wrong)));
  }
  const needed = (schema.required ?? []).filter((name) => !operation.path.includes(`{${name}}`));
  if (needed.length > 0) {
    kinds.push(
      changed(
        'missing',
        fc.constantFrom(...needed).map((name): [string, unknown] => [name, undefined]),
      ),
    );
  }
  kinds.push(garbage(operation));
  return fc.oneof(
    { weight: kinds.length, arbitrary: taken },
    ...kinds.map((arbitrary) => ({ weight: 1, arbitrary })),
  );
}

/** Where a member travels: JSON bodies hold what neither the path nor the query does. */
function placeOf(
  { path, method, payload }: Operation,
  name: string,
  schema: Schema,
): 'path' | 'query' | 'body' {
  if (path.includes(`{${name}}`)) return 'path';
  const { type, minimum } = present(schema);
  const isQueryInteger = type === 'string' && minimum !== undefined;
  return isQueryInteger || payload === 'blob' || method === 'GET' || method === 'DELETE' ? 'query' : 'body';
}

function built(operation: Operation, schema: Schema, kind: Kind, members: Members): FuzzRequest {
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

/** Anything at all, sent where the operation listens. */
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
  const query = fc.oneof(
    fc.constant(''),
    fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `?${encodeURIComponent(text)}`),
    fc.webQueryParameters().map((text) => `?${text}`),
  );
  return fc
    .tuple(fc.array(label, { minLength: 3, maxLength: 3 }), query, headers, bytes)
    .map(([labels, asked, sent, body]) => ({
      operation: name,
      kind: 'garbage',
      method,
      path: path.replace(/\{\w+\}/g, () => labels.shift() ?? 'x') + asked,
      headers: sent,
      body: method === 'GET' ? undefined : body,
    }));
}
