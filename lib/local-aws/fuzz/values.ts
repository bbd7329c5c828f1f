import fc from 'fast-check';
import { type Schema, withoutNull } from './schema';

/** Values by member name that exist in the server under test: groups, farms, canaries. */
export type KnownValues = ReadonlyMap<string, readonly string[]>;

const MAX_FREE_TEXT = 300;
const MAX_FREE_ITEMS = 4;
/** fast-check can't generate strings from lookaheads. */
const LOOKAHEAD = /\(\?[!=][^)]*\)/g;
/** Requests with many optional members seldom make sense: one in five is present. */
const OMITTED_WEIGHT = 4;

/** Values that the schema allows; for members with known values mostly one of those. */
export function valid(schema: Schema, known: KnownValues, name = ''): fc.Arbitrary<unknown> {
  const arbitrary = ofSchema(withoutNull(schema), known, name);
  const { pattern, enum: options } = withoutNull(schema);
  const fits = (value: string) => options?.includes(value) ?? (!pattern || new RegExp(pattern).test(value));
  const existing = known.get(name)?.filter(fits) ?? [];
  if (existing.length === 0) return arbitrary;
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...existing) }, { weight: 1, arbitrary });
}

function ofSchema(schema: Schema, known: KnownValues, name: string): fc.Arbitrary<unknown> {
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

function members(schema: Schema, known: KnownValues): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const listed = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, each]) => {
        const value = valid(each, known, name);
        return [name, required.includes(name) ? value : mostlyOmitted(value)];
      }),
    ),
  );
  if (typeof additionalProperties !== 'object') return listed;
  const key = valid({ type: 'string', ...propertyNames }, known) as fc.Arbitrary<string>;
  return fc.dictionary(key, valid(additionalProperties, known), { maxKeys: MAX_FREE_ITEMS });
}

const mostlyOmitted = (value: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: OMITTED_WEIGHT, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

/** A value just outside one of the schema's bounds; undefined when it has no bounds. */
export function offByOne(whole: Schema): fc.Arbitrary<unknown> | undefined {
  const schema = withoutNull(whole);
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

const ONE_OF_EACH_TYPE = [
  17,
  1.5,
  -1,
  true,
  'text',
  '',
  [],
  [[]],
  {},
  { __proto__: null, a: {} },
  [null],
  1e308,
];

/** A JSON value of a different type than the schema's. */
export function wrongType(whole: Schema): fc.Arbitrary<unknown> {
  const { type, enum: options } = withoutNull(whole);
  const kind = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);
  const own = type === 'integer' ? 'number' : (type ?? (options ? 'string' : undefined));
  return fc.constantFrom(...ONE_OF_EACH_TYPE.filter((value) => kind(value) !== own));
}
