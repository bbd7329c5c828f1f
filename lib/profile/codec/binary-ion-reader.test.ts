import fc from 'fast-check';
import { Decimal, dumpBinary, Timestamp } from 'ion-js';
import { describe, expect, it } from 'vitest';
import { UndecodableProfile, UnreadableBytes } from '../tree/undecodable';
import { BinaryIonReader } from './binary-ion-reader';
import { IonJsReader } from './ion-js-reader';
import { END, INSTANT, type Kind, LIST, NUMBER, OBJECT, TEXT, type ValueReader } from './value-reader';

const MARK = [0xe0, 0x01, 0x00, 0xea];

const KIND_NAMES = ['', 'null', 'struct', 'list', 'text', 'number', 'instant', 'other'];

/** All values of a reader, one per line. */
function lines(reader: ValueReader): string[] {
  const found: string[] = [];
  let open: Kind[] = [];
  for (;;) {
    const kind = reader.next();
    if (kind === END) {
      if (open.length === 0) return found;
      open = open.slice(0, -1);
      continue;
    }
    const name = open.at(-1) === OBJECT ? reader.textOf(reader.field) : '';
    found.push(`${'  '.repeat(open.length)}${name}:${KIND_NAMES[kind]} ${valueText(reader, kind)}`);
    if (kind === OBJECT || kind === LIST) {
      reader.enter();
      open = [...open, kind];
    }
  }
}

function valueText(reader: ValueReader, kind: Kind): string {
  if (kind === NUMBER) return String(reader.number());
  if (kind === TEXT) return JSON.stringify(reader.textOf(reader.text()));
  return kind === INSTANT ? String(reader.instant()) : '';
}

/** Fields of an import: a name, and a max_id of 2. */
const NAMED = [0x84, 0x81, 0x78];
const TWO = [0x88, 0x21, 0x02];

/** Symbol values after a table that imports a shared one and adds the symbol `a`. */
function importing(shared: readonly number[], ...symbols: number[]): Uint8Array {
  const sized = (type: number, content: readonly number[]) =>
    content.length < 14 ? [type | content.length] : [type | 14, 0x80 | content.length];
  const item = [...sized(0xd0, shared), ...shared];
  const table = [0x86, ...sized(0xb0, item), ...item, 0x87, 0xb2, 0x81, 0x61];
  const wrapped = [0x81, 0x83, ...sized(0xd0, table), ...table];
  const values = symbols.flatMap((symbol) => [0x71, symbol]);
  return Uint8Array.from([...MARK, ...sized(0xe0, wrapped), ...wrapped, ...values]);
}

const own = (bytes: Uint8Array) => lines(new BinaryIonReader(bytes));
const reference = (bytes: Uint8Array) => lines(new IonJsReader(bytes, Infinity));

it('reads what ion-js reads', () => {
  const value = fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' });
  fc.assert(
    fc.property(value, (json) => {
      const bytes = dumpBinary(json);
      expect(own(bytes)).toEqual(reference(bytes));
    }),
  );
});

it('reads decimals, timestamps and long numbers', () => {
  const value = {
    decimal: new Decimal('-12.50'),
    time: Timestamp.parse('2026-11-24T14:32:10.5Z'),
    whole: 2 ** 53 - 1,
    below: -300,
    fraction: 0.1,
  };
  const bytes = dumpBinary(value);
  expect(own(bytes)).toEqual(reference(bytes));
});

describe('Ion from writers other than ion-js', () => {
  it('can have padding and nulls', () => {
    const bytes = Uint8Array.from([...MARK, 0x01, 0xff, 0xd6, 0x84, 0x0f, 0x84, 0x01, 0x00, 0x84]);
    expect(() => own(bytes)).toThrow(UndecodableProfile);
    const padded = Uint8Array.from([...MARK, 0x01, 0xff, 0xd5, 0x84, 0x0f, 0x84, 0x01, 0xff, 0x0f]);
    expect(own(padded)).toEqual([':struct ', '  name:null ', ':null ']);
  });

  it('can extend the symbol table, and start over', () => {
    const first = [0xe7, 0x81, 0x83, 0xd4, 0x87, 0xb2, 0x81, 0x61];
    const second = [0xea, 0x81, 0x83, 0xd7, 0x86, 0x71, 0x03, 0x87, 0xb2, 0x81, 0x62];
    const symbols = [0x71, 10, 0x71, 11];
    const bytes = Uint8Array.from([...MARK, ...first, ...second, ...symbols, ...MARK, ...first, 0x71, 10]);
    expect(own(bytes)).toEqual([':text "a"', ':text "b"', ':text "a"']);
    expect(own(bytes)).toEqual(reference(bytes));
  });

  it('can import a shared table, whose symbols get numbers for names', () => {
    expect(own(importing([...NAMED, ...TWO], 10, 11, 12))).toEqual([
      ':text "$10"',
      ':text "$11"',
      ':text "a"',
    ]);
  });

  it.each([
    ['no name', TWO, 10],
    ['an empty name', [0x84, 0x80, ...TWO], 10],
    ['no name but null', [0x84, 0x8f, ...TWO], 10],
    ['the name of the system’s table', [0x84, 0x84, ...Buffer.from('$ion'), ...TWO], 10],
    ['no name and no max_id', [], 10],
    ['a version', [...NAMED, 0x85, 0x21, 0x07, ...TWO], 12],
    ['max_id before its name', [...TWO, ...NAMED], 12],
    ['max_id twice', [...NAMED, 0x88, 0x21, 0x05, ...TWO], 12],
    ['no symbols', [...NAMED, 0x88, 0x20], 10],
  ])('can import a shared table with %s', (_what, shared, next) => {
    const bytes = importing(shared, next);
    expect(own(bytes)).toEqual([':text "a"']);
    expect(own(bytes)).toEqual(reference(bytes));
  });

  it.each([
    ['no max_id', NAMED],
    ['max_id null', [...NAMED, 0x88, 0x2f]],
    ['max_id below zero', [...NAMED, 0x88, 0x31, 0x02]],
    ['max_id as a text', [...NAMED, 0x88, 0x81, 0x32]],
  ])('is refused when it imports a shared table with a name and %s', (_what, shared) => {
    expect(() => own(importing(shared, 10))).toThrow(UnreadableBytes);
  });
});

it.each([
  ['a length beyond its container', [0xd3, 0x84, 0x8e, 0x90]],
  ['a length beyond the bytes', [0x8e, 0x90]],
  ['a length that never ends', [0x8e, ...Array(20).fill(0x7f)]],
  ['a reserved code', [0xf0]],
  ['an annotation of another length', [0xe5, 0x81, 0x84, 0x21, 0x01, 0x00]],
  ['an annotation without a value', [0xe2, 0x81, 0x84]],
  ['a float of three bytes', [0x43, 0, 0, 0]],
])('refuses %s', (_what, bytes) => {
  expect(() => own(Uint8Array.from([...MARK, ...bytes]))).toThrow(UndecodableProfile);
});

it('refuses symbol tables that would be slow to build', () => {
  const importing = [
    0xee, 0x8e, 0x81, 0x83, 0xdb, 0x86, 0xb9, 0xd8, 0x84, 0x81, 0x78, 0x88, 0x23, 0x0f, 0x42, 0x40,
  ];
  const adding = [0xe6, 0x81, 0x83, 0xd3, 0x86, 0x71, 0x03];
  const after = (tables: number, table: number[]) =>
    Uint8Array.from([...MARK, ...importing, ...Array(tables).fill(table).flat(), 0x71, 12]);
  expect(own(after(5, adding))).toEqual([':text "$12"']);
  expect(() => own(after(20, adding))).toThrow(UndecodableProfile);
  expect(() => own(after(20, importing))).toThrow(UndecodableProfile);
});

it('never throws another error, and always ends', () => {
  const start = fc.constantFrom(
    MARK,
    [...MARK, 0xe7, 0x81, 0x83, 0xd4],
    [...dumpBinary({ a: [1, { b: 'c' }] })],
  );
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 60 }), (head, rest) => {
      try {
        own(Uint8Array.from([...head, ...rest]));
      } catch (error) {
        if (!(error instanceof UndecodableProfile))
          expect(error).toMatchObject({ stack: expect.stringContaining('ion-js') });
      }
    }),
    { numRuns: 3000 },
  );
});
