import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey, plainName } from './plain-name';

describe('plainName', () => {
  test.each([
    ['shot\u202egnp.exe', 'shotgnp.exe'],
    ['\u2066left\u2069\u200e', 'left'],
    ['two\nlines\tand\u0007 a bell', 'two lines and a bell'],
    ['  a   b ', 'a b'],
    ['<b>bold</b>', '<b>bold</b>'],
    ['👩‍🚀 crew', '👩‍🚀 crew'],
    ['می‌خواهم', 'می‌خواهم'],
    ['\u200b\u00ad\u2060', ''],
    ['', ''],
  ])('shows %j as %j', (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });

  test('changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(plainName(plainName(name))).toBe(plainName(name));
      }),
    );
  });
});

describe('nameKey', () => {
  test.each([
    ['Müller', 'Mu\u0308ller'],
    ['Lighting', 'LIGHTING'],
    ['STRASSE', 'straße'],
    ['ｆｘ１', 'fx1'],
    ['ｶﾞ', 'ガ'],
    ['fx', 'f\u200bx\u00ad'],
    ['fx 1', 'fx\u00a0 1 '],
  ])('is the same for %j and %j', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  test.each([
    ['fx1', 'fx2'],
    ['fx', 'f x'],
    ['resume', 'résumé'],
  ])('is different for %j and %j', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });
});
