import fc from 'fast-check';
import { present, type Schema } from './schema';

/** Values by the names of members that lead somewhere in the server under test: groups, farms, canaries. */
export type Known = ReadonlyMap<string, readonly string[]>;

const MAX_FREE_TEXT = 300;
const MAX_FREE_ITEMS = 4;
/** What strings can't be made from. */
const LOOKAHEAD = /\(\?[!=][^)]*\)/g;
/** Optional members rarely stand together in a request that makes sense: a fifth of them are there. */
const RARELY = 4;

/** Values that the schema allows. Members with known values mostly have one of them. */
export function valid(schema: Schema, known: Known, name = ''): fc.Arbitrary<unknown> {
  const plain = ofSchema(present(schema), known, name);
  const { pattern, enum: named } = present(schema);
  const fits = (value: string) => named?.includes(value) ?? (!pattern || new RegExp(pattern).test(value));
  const leads = known.get(name)?.filter(fits) ?? [];
  if (leads.length === 0) return plain;
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...leads) }, { weight: 1, arbitrary: plain });
}

function ofSchema(schema: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => valid(each, known, name)));
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valid(schema.items ?? {}, known, name), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? MAX_FREE_ITEMS, (schema.minItems ?? 0) + MAX_FREE_ITEMS),
      });
    case 'object':
      return members(schema, known);
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function text({ pattern, minimum, maximum, minLength = 0, maxLength = MAX_FREE_TEXT }: Schema) {
  if (minimum !== undefined) return fc.integer({ min: minimum, max: maximum ?? minimum }).map(String);
  if (pattern === undefined) {
    return fc.string({
      minLength,
      maxLength: Math.min(maxLength, minLength + MAX_FREE_TEXT),
      unit: 'binary',
    });
  }
  const whole = new RegExp(pattern);
  return fc
    .stringMatching(new RegExp(pattern.replaceAll(LOOKAHEAD, '')))
    .map((value) => value.slice(0, maxLength))
    .filter((value) => value.length >= minLength && whole.test(value));
}

function members(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const listed = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, each]) => {
        const value = valid(each, known, name);
        return [name, required.includes(name) ? value : rarely(value)];
      }),
    ),
  );
  if (typeof additionalProperties !== 'object') return listed;
  const key = valid({ type: 'string', ...propertyNames }, known) as fc.Arbitrary<string>;
  return fc.dictionary(key, valid(additionalProperties, known), { maxKeys: MAX_FREE_ITEMS });
}

const rarely = (value: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: RARELY, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

/** A value just outside one of the schema's bounds; undefined when it has none. */
export function offByOne(whole: Schema): fc.Arbitrary<unknown> | undefined {
  const schema = present(whole);
  const values: unknown[] = [];
  if (schema.type === 'string' && schema.minimum !== undefined) {
    values.push(String(schema.minimum - 1), String((schema.maximum ?? 0) + 1));
  } else if (schema.type === 'integer' || schema.type === 'number') {
    if (schema.minimum !== undefined) values.push(schema.minimum - 1);
    if (schema.maximum !== undefined) values.push(schema.maximum + 1);
  } else if (schema.type === 'string') {
    if (schema.maxLength !== undefined) values.push('a'.repeat(schema.maxLength + 1));
    if (schema.minLength) values.push('a'.repeat(schema.minLength - 1));
    if (schema.enum) values.push(`${schema.enum[0]} `);
  } else if (schema.type === 'array' && schema.items) {
    const [item] = fc.sample(valid(schema.items, new Map()), { numRuns: 1, seed: 1 });
    if (schema.maxItems !== undefined) values.push(Array(schema.maxItems + 1).fill(item));
    if (schema.minItems) values.push([]);
  }
  return values.length > 0 ? fc.constantFrom(...values) : undefined;
}

const OF_EACH_TYPE = [17, 1.5, -1, true, 'text', '', [], [[]], {}, { __proto__: null, a: {} }, [null], 1e308];

/** A JSON value of another type than the schema's. */
export function wrongType(whole: Schema): fc.Arbitrary<unknown> {
  const { type, enum: named } = present(whole);
  const kind = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);
  const own = type === 'integer' ? 'number' : (type ?? (named ? 'string' : undefined));
  return fc.constantFrom(...OF_EACH_TYPE.filter((value) => kind(value) !== own));
}
