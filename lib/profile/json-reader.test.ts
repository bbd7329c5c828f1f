import fc from 'fast-check';
import { expect, it } from 'vitest';
import { JsonReader } from './json-reader';
import { UndecodableProfile, UnreadableBytes } from './undecodable';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Everything that a text says, put together from what the reader gives. */
function read(text: string, mostValues = Infinity): unknown {
  const reader = new JsonReader(bytesOf(text), mostValues);
  const value = (): unknown => {
    const kind = reader.kind();
    if (kind === 'number') return reader.number();
    if (kind === 'text') return reader.textOf(reader.text());
    if (kind === 'literal') return reader.literal() ? null : 'true or false';
    reader.enter();
    if (kind === 'list') {
      const items: unknown[] = [];
      while (reader.nextItem()) items.push(value());
      return items;
    }
    const members: [string, unknown][] = [];
    for (let key = reader.nextKey(); key >= 0; key = reader.nextKey())
      members.push([reader.textOf(key), value()]);
    return Object.fromEntries(members);
  };
  const all = value();
  reader.finish();
  return all;
}

function isRefused(text: string): boolean {
  try {
    new JsonReader(bytesOf(text), Infinity).kind();
    const reader = new JsonReader(bytesOf(text), Infinity);
    reader.skip();
    reader.finish();
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableBytes);
    return true;
  }
}

const withoutBooleans = (_key: string, value: unknown) =>
  typeof value === 'boolean' ? 'true or false' : value;

it('reads what JSON.parse reads', () => {
  const text = fc.tuple(
    fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' }),
    fc.constantFrom(0, 1, '\t\r\n '),
  );
  fc.assert(
    fc.property(text, ([value, space]) => {
      const json = JSON.stringify(value, withoutBooleans, space);
      expect(read(json)).toEqual(JSON.parse(json));
    }),
  );
});

it('refuses exactly what JSON.parse refuses', () => {
  const change = fc.record({
    at: fc.nat(),
    drop: fc.nat({ max: 2 }),
    put: fc.constantFrom(...'[]{},:"\\-+.0e1tnu \u0001'),
  });
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.array(change, { maxLength: 2 }), (value, changes) => {
      let text = JSON.stringify(value);
      for (const { at, drop, put } of changes) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + put + text.slice(place + drop);
      }
      expect([text, isRefused(text)]).toEqual([text, !isJson(text)]);
    }),
    { numRuns: 2000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

it.each([
  '',
  ' ',
  '01',
  '-',
  '1.',
  '.5',
  '1e',
  '+1',
  'nul',
  'nullx',
  '"a',
  '"\\x"',
  '"\t"',
  '[1,]',
  '{"a":1,}',
  '[1 2]',
  '{}{}',
  '{a:1}',
])('refuses %j', (text) => expect(isRefused(text)).toBe(true));

it.each([
  ['0', 0],
  ['-0.5e-1', -0.05],
  ['123456789012345', 123456789012345],
  ['12345678901234567890', Number('12345678901234567890')],
  ['1e999', Infinity],
])('reads the number %s', (text, number) => expect(read(text)).toBe(number));

it('skips values 100,000 deep', () => {
  const deep = 100_000;
  expect(isRefused('['.repeat(deep) + ']'.repeat(deep))).toBe(false);
  expect(isRefused('['.repeat(deep))).toBe(true);
});

it('counts every value', () => {
  expect(read('{"a":[1,"x",null,{}]}', 6)).toBeDefined();
  expect(() => read('{"a":[1,"x",null,{}]}', 5)).toThrow(UndecodableProfile);
});

it('has one id of a text, however often it comes and is written', () => {
  const reader = new JsonReader(bytesOf('["ab","ba","ab","\\u0061b"]'), Infinity);
  reader.enter();
  const ids: number[] = [];
  while (reader.nextItem()) ids.push(reader.text());
  expect(ids).toEqual([0, 1, 0, 0]);
  expect(ids.map((id) => reader.textOf(id))).toEqual(['ab', 'ba', 'ab', 'ab']);
});
