import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinctNames } from './distinct-names';
import { nameKey } from './plain-name';

const shown = (all: [string, string][]) =>
  Object.fromEntries(distinctNames(all.map(([id, name]) => ({ id, name }))));

describe('distinctNames', () => {
  test('adds the ends of their ids to names that look alike, and only to those', () => {
    expect(
      shown([
        ['queue-00000000aa', 'lighting'],
        ['queue-00000000ab', 'Lighting\u200b'],
        ['queue-00000000ac', 'fx'],
      ]),
    ).toEqual({
      'queue-00000000aa': 'lighting (…0000aa)',
      'queue-00000000ab': 'Lighting\u200b (…0000ab)',
      'queue-00000000ac': 'fx',
    });
  });

  test('takes what is before equal ends, such as the account of a role', () => {
    expect(
      shown([
        ['arn:aws:sts::111111111111:assumed-role/Admin/jane', 'jane (Admin)'],
        ['arn:aws:sts::222222222222:assumed-role/Admin/jane', 'jane (Admin)'],
      ]),
    ).toEqual({
      'arn:aws:sts::111111111111:assumed-role/Admin/jane': 'jane (Admin) (…111111…)',
      'arn:aws:sts::222222222222:assumed-role/Admin/jane': 'jane (Admin) (…222222…)',
    });
  });

  test('takes more than six characters where six are equal', () => {
    expect(
      shown([
        ['a-123456', 'x'],
        ['b-123456', 'x'],
        ['b-123457', 'x'],
      ]),
    ).toEqual({ 'a-123456': 'x (a-123456)', 'b-123456': 'x (b-123456)', 'b-123457': 'x (b-123457)' });
  });

  test('tells a name apart that pretends to have a short id', () => {
    const all = shown([
      ['queue-00000000aa', 'fx'],
      ['queue-00000000ab', 'fx'],
      ['queue-00000000ac', 'fx (…0000aa)'],
    ]);
    expect(new Set(Object.values(all).map(nameKey)).size).toBe(3);
  });

  test('always gives different ids names that differ', () => {
    const name = fc.constantFrom('fx', 'FX', 'ｆｘ', 'f\u200bx', 'comp', 'fx (…00000a)');
    const id = fc.stringMatching(/^[0-9a-c]{8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(fc.record({ id, name }), { selector: (each) => each.id }), (all) => {
        const names = [...distinctNames(all).values()];
        expect(new Set(names.map(nameKey)).size).toBe(all.length);
      }),
    );
  });
});
