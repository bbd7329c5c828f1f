import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type CsvCell, csvMark, csvRecord } from './csv';

/** Reads one record as RFC 4180 describes it. */
function parsed(record: string): string[] {
  expect(record.endsWith('\r\n')).toBe(true);
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = cell.exec(record); match; match = cell.exec(record))
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  return cells;
}

/** Without the apostrophes before formulas. */
const withoutMarks = (text = '') => text.replaceAll("'", '');

describe('csvRecord', () => {
  test.each<[CsvCell[], string]>([
    [['Queue', 'Cost, US $'], 'Queue,"Cost, US $"\r\n'],
    [['say "hi"', 'two\nlines'], '"say ""hi""","two\nlines"\r\n'],
    [[1.5, -3, 0, 1e21, Number.NaN, undefined], '1.5,-3,0,1e+21,,\r\n'],
    [[0.1 + 0.2], '0.3\r\n'],
    [['', ' blank '], '," blank "\r\n'],
  ])('writes %j', (cells, record) => expect(csvRecord(cells)).toBe(record));

  test.each(['=1+1', '+1', '-1', '@sum(a1)', '  =1', '\tx', '＝1', '-'])(
    'leaves no formula in the text %j',
    (text) => expect(parsed(csvRecord([text]))).toEqual([`'${text}`]),
  );

  test.each([
    ['a;=1+1', "a;'=1+1"],
    ['a; -1;b', "a;' -1;b"],
    ['a;"=1"', 'a;\'"=1"'],
    ['a\t@x', "a\t'@x"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['a\n＝1', "a\n'＝1"],
    ['a;b-c\td', 'a;b-c\td'],
  ])('leaves no formula behind a separator of other lists in the text %j', (text, safe) => {
    expect(parsed(csvRecord([text]))).toEqual([safe]);
    expect(csvRecord([text])).toMatch(/^"/);
  });

  it('keeps every text and number', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.double({ min: -1e15, max: 1e15, noNaN: true }));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        const read = parsed(csvRecord(cells));
        expect(read).toHaveLength(cells.length);
        for (const [at, each] of cells.entries()) {
          if (typeof each === 'string') expect(withoutMarks(read[at])).toBe(withoutMarks(each));
          else expect(Math.abs(Number(read[at]) - each)).toBeLessThanOrEqual(Math.abs(each) * 1e-14);
        }
      }),
    );
  });
});

test('marks only files with letters beyond ASCII', () => {
  expect(csvMark(['a,b\r\n', '1,2\r\n'])).toBe('');
  expect(csvMark(['a,b\r\n', 'Müller,2\r\n'])).toBe('\ufeff');
});
