import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UndecodableProfile, UnreadableBytes } from '../tree/undecodable';
import { JsonReader } from './json-reader';
import {
  CHILDREN,
  END,
  type Kind,
  LIST,
  MEMBER_NAMES,
  NULL,
  NUMBER,
  OBJECT,
  OTHER,
  TEXT,
} from './value-reader';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Builds a value from what the reader returns. */
function read(text: string, maxValues = Infinity): unknown {
  const reader = new JsonReader(bytesOf(text), maxValues);
  const value = (kind: Kind): unknown => {
    if (kind === NUMBER) return reader.number();
    if (kind === TEXT) return reader.textOf(reader.text());
    if (kind === NULL) return null;
    if (kind === OTHER) return 'true or false';
    reader.enter();
    const members: [string, unknown][] = [];
    for (let next = reader.next(); next !== END; next = reader.next()) {
      const name = kind === OBJECT ? reader.textOf(reader.field) : String(members.length);
      members.push([name, value(next)]);
    }
    return kind === LIST ? members.map(([, item]) => item) : Object.fromEntries(members);
  };
  const all = value(reader.next());
  expect(reader.next()).toBe(END);
  return all;
}

function isRefused(text: string): boolean {
  try {
    const reader = new JsonReader(bytesOf(text), Infinity);
    reader.next();
    reader.next();
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

it('gives equal texts the same id however they are escaped, and knows the member names', () => {
  const reader = new JsonReader(bytesOf('["ab","ba","ab","\\u0061b","children"]'), Infinity);
  reader.next();
  reader.enter();
  const ids: number[] = [];
  while (reader.next() !== END) ids.push(reader.text());
  const [ab, ba] = [MEMBER_NAMES.length, MEMBER_NAMES.length + 1];
  expect(ids).toEqual([ab, ba, ab, ab, CHILDREN]);
  expect(ids.map((id) => reader.textOf(id))).toEqual(['ab', 'ba', 'ab', 'ab', 'children']);
});

it('finds the end of a text at any alignment', () => {
  for (let length = 0; length < 12; length++) {
    for (const more of ['', '\\"', '\\\\', 'é', '\u007f', '😀']) {
      const json = `{"${'x'.repeat(length)}${more}":"${more}${'y'.repeat(length)}"}`;
      expect(read(json)).toEqual(JSON.parse(json));
    }
    expect(isRefused(`["${'x'.repeat(length)}`)).toBe(true);
    expect(isRefused(`["${'x'.repeat(length)}\n"]`)).toBe(true);
  }
});
