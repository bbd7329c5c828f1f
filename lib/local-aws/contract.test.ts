import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inputSchema, type Schema, withoutNull } from './fuzz/schema';
import { offByOne, valid } from './fuzz/values';
import { isoTimestamp } from './protocol/inputs';
import type { Operation } from './protocol/operation';
import { operations, serviceOf, services } from './services';
import { type StartedForTest, startForTest } from './started-for-test';

/**
 * Checks the contract of every operation through the real clients. `CONTRACT_ENDPOINT=aws` calls AWS itself with the usual
 * credentials, `CONTRACT_ENDPOINT=http://…` another server; only read-only operations are called there.
 */
const ENDPOINT = process.env.CONTRACT_ENDPOINT;

type Send = (command: unknown) => Promise<unknown>;
type Sdk = { send: Send; exports: ReadonlyMap<string, new (input: object) => unknown> };

const isReadOnly = ({ name }: Operation) => /^(Describe|List|Get|BatchGet)/.test(name);
const INSTANT = z.toJSONSchema(isoTimestamp, { io: 'input' }).pattern;

let local: StartedForTest | undefined;
const sdks = new Map<string, Sdk>();
beforeAll(async () => {
  if (ENDPOINT === undefined) local = await startForTest({ sample: false });
  const config =
    local?.clientConfig ?? (ENDPOINT === 'aws' ? {} : { endpoint: ENDPOINT, disableHostPrefix: true });
  for (const { name, sdk } of services) {
    const exports: Sdk['exports'] = new Map(Object.entries(await import(sdk)));
    const [, Client] = [...exports].find(([name]) => /^[A-Z]\w+Client$/.test(name)) ?? [];
    if (!Client) throw new Error(`${sdk} has no client`);
    const client = new Client(config) as { send: Send };
    sdks.set(name, { send: client.send.bind(client), exports });
  }
});
afterAll(() => local?.close());

const isBoolean = (schema: Schema) => withoutNull(schema).enum?.join() === 'true,false';

/** The members as the client expects them: dates and numbers where the wire has text. */
function forClient(whole: Schema, value: unknown): unknown {
  const schema = withoutNull(whole);
  if (Array.isArray(value)) return value.map((each) => forClient(schema.items ?? {}, each));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, forClient(schema.properties?.[name] ?? {}, each)]),
    );
  }
  if (typeof value !== 'string') return value;
  if (schema.anyOf?.some(({ type }) => type === 'array')) return [value];
  if (schema.pattern === INSTANT) return new Date('2026-11-24T13:00:00Z');
  if (schema.minimum !== undefined) return Number(value);
  return isBoolean(schema) ? value === 'true' : value;
}

/** A valid request with only the required members, none of which names anything that exists. */
function bareRequest(operation: Operation): Record<string, unknown> {
  const schema = inputSchema(operation);
  const required = new Set(schema.required ?? []);
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => required.has(name));
  const bare = { ...schema, properties: Object.fromEntries(properties) };
  const [members] = fc.sample(valid(bare, new Map()), { numRuns: 1, seed: 4 });
  return forClient(schema, members) as Record<string, unknown>;
}

/** For services with PascalCase members: their clients also capitalise labels and query keys. */
const pascalCased = (input: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [(name[0] ?? '').toUpperCase() + name.slice(1), value]),
  );

function sending(operation: Operation, input: Record<string, unknown>): Promise<unknown> {
  const sdk = sdks.get(operation.service);
  const Command = sdk?.exports.get(`${operation.name}Command`);
  if (!sdk || !Command) throw new Error(`the client has no ${operation.name}`);
  const { body, ...members } =
    serviceOf(operation).errors.messageKey === 'Message' ? pascalCased(input) : input;
  const blob = { agentProfile: Buffer.from('{"callgraph":{}}'), contentType: 'application/json' };
  return sdk.send(new Command('body' in input ? { ...members, ...blob } : members));
}

/** [?] Exceptions that models don't list: of lists for a forged token, of GetCanary for an unknown name. */
const UNLISTED = ['ValidationException', 'ResourceNotFoundException'];

/** Whether an exception is the fault of the request rather than of the server. */
const isClientFault = (name: string) => !name.startsWith('InternalServer');

/** Operations and members that are newer than the installed client, which ignores them. */
const NOT_IN_CLIENT = new Set(['StartCanaryDryRun', 'RunType', 'DryRunId', 'dryRunId', 'BrowserType']);
const called = operations.filter(
  (each) => !NOT_IN_CLIENT.has(each.name) && (ENDPOINT === undefined || isReadOnly(each)),
);

describe.each(called)('$service $name', (operation) => {
  it('answers a request for nothing that exists, or throws an exception of its model', async () => {
    const error = await sending(operation, bareRequest(operation)).then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    if (error) expect([...operation.errors.filter(isClientFault), ...UNLISTED]).toContain(error.name);
  });

  const bounded = Object.entries(inputSchema(operation).properties ?? {}).flatMap(([name, schema]) => {
    if (NOT_IN_CLIENT.has(name) || isBoolean(schema)) return [];
    const outside = withoutNull(schema).pattern === INSTANT ? undefined : offByOne(schema);
    return outside
      ? [{ name, schema, values: [...new Set(fc.sample(outside, { numRuns: 20, seed: 1 }))] }]
      : [];
  });
  // An empty label changes the path.
  const cases = bounded.flatMap(({ name, schema, values }) =>
    values.filter((value) => value !== '').map((value) => ({ name, value: forClient(schema, value) })),
  );
  if (cases.length === 0) return;
  it.each(cases)('refuses $name just outside its bounds', async ({ name, value }) => {
    const input = { ...bareRequest(operation), [name]: value };
    await expect(sending(operation, input)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
