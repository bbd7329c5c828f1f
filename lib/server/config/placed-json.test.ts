import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonError, parsePlacedJson } from './placed-json';

describe('parsePlacedJson', () => {
  test('reads JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(0, 1, 4), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        expect(parsePlacedJson(text).value).toEqual(JSON.parse(text));
      }),
    );
  });

  test('accepts and refuses the same texts as JSON.parse, also those with one character changed', () => {
    const json = JSON.stringify({ users: [{ id: 'a\\"', name: 'Ä', n: -1.5e3, ok: [true, null, {}] }] });
    fc.assert(
      fc.property(
        fc.nat(json.length),
        fc.nat(2),
        fc.constantFrom('', ',', '"', '}', ']', ' ', '1', '\n'),
        (at, cut, put) => {
          const text = json.slice(0, at) + put + json.slice(at + cut);
          const isJson = (() => {
            try {
              JSON.parse(text);
              return true;
            } catch {
              return false;
            }
          })();
          if (isJson) expect(parsePlacedJson(text).value).toEqual(JSON.parse(text));
          else expect(() => parsePlacedJson(text)).toThrow(JsonError);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('knows the place of a value, or of what is around a missing one', () => {
    const { placeOf } = parsePlacedJson('{\n"a": 1,\n"b": [\n 2,\n { "c":\n 3 } ] }');
    expect(placeOf([])).toBe('line 1, column 1');
    expect(placeOf(['a'])).toBe('line 2, column 6');
    expect(placeOf(['b', 0])).toBe('line 4, column 2');
    expect(placeOf(['b', 1, 'c'])).toBe('line 6, column 2');
    expect(placeOf(['b', 1, 'missing'])).toBe('line 5, column 2');
  });

  test.each([
    ['{\n"a": 1\n"b": 2 }', 3, 1, '"," or "}"'],
    ['{\n"a": 1,\n}', 3, 1, 'the name of a member in "…"'],
    ['[1,\n2', 2, 2, '"," or "]"'],
    ["{\n\n'a': 1}", 3, 1, 'the name of a member in "…"'],
    ['{"a"\n1}', 2, 1, '":"'],
    ['{} {}', 1, 4, 'the end of the file'],
    ['', 1, 1, 'a value: a text in "…", a number, {…} or […]'],
    ['['.repeat(100), 1, 34, 'at most 32 levels'],
  ])('reports what is wrong in %j', (text, line, column, expected) => {
    expect(() => parsePlacedJson(text)).toThrow(`line ${line}, column ${column}: expected ${expected}`);
  });

  test('ignores a byte order mark', () => {
    expect(parsePlacedJson('\ufeff{"a":1}').value).toEqual({ a: 1 });
  });
});
