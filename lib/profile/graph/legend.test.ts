import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINE_FILL, MIXED_FILL, OTHER_FILL, packageFill, UNPACKAGED_FILL } from './frame-colour';
import { type FrameGroup, legendGroups } from './legend';
import type { SelfSums } from './self-sums';
import { stateFill } from './state-fill';

const slots = ['com.acme', '', 'java.net', 'java.io'];

const self: SelfSums = {
  samples: 100,
  slots: [10, 0, 40, 0],
  unpackaged: 20,
  others: { samples: 30, count: 7 },
  states: [
    { state: 'WAITING', samples: 25 },
    { state: 'RUNNABLE', samples: 75 },
    { state: 'IDLE', samples: 0 },
  ],
  mine: { prefixes: ['com.acme.'], samples: 12 },
};

const options = {
  colours: 'package',
  mine: ['com.acme.'],
  slots,
  drawn: new Set<string>(),
  cutLabel: 'deeper than 20 frames',
} as const;
const lines = (groups: FrameGroup[]) =>
  groups.map(({ label, shares = [] }) =>
    [label, ...(shares.length === 0 ? ['?'] : shares.map((share) => Math.round(share * 100)))].join(' '),
  );

describe('legendGroups', () => {
  it('lists packages by their self, and all grey ones together', () => {
    const groups = legendGroups([self], options);
    expect(lines(groups)).toEqual(['java.net 40', 'no package 20', 'com.acme 10', '7 more packages 30']);
    expect(groups.map(({ fill }) => fill)).toEqual([
      packageFill('java.net', slots),
      UNPACKAGED_FILL,
      packageFill('com.acme', slots),
      OTHER_FILL,
    ]);
    expect(groups[0]?.filter).toEqual({ search: 'package:java.net' });
    expect(groups[3]?.filter).toEqual({ search: 'package:-com.acme,java.net,java.io' });
  });

  it('lists drawn colours even without any self', () => {
    const drawn = new Set([packageFill('java.io', slots), OTHER_FILL]);
    const none = { ...self, others: { samples: 0, count: 0 } };
    expect(lines(legendGroups([none], { ...options, drawn }))).toEqual([
      'java.net 40',
      'no package 20',
      'com.acme 10',
      'java.io 0',
      'other packages 0',
      'deeper than 20 frames 30',
    ]);
  });

  it('has the shares of a baseline and its comparison, by those of the comparison', () => {
    const before: SelfSums = { ...self, samples: 200, slots: [0, 0, 20, 0], unpackaged: 60 };
    const cut = { ...self, slots: [10, 0, 5, 0], unpackaged: 0 };
    const drawn = new Set([packageFill('java.io', slots)]);
    expect(lines(legendGroups([before, cut], { ...options, drawn }))).toEqual([
      'com.acme 0 10',
      'java.net 10 5',
      'no package 30 0',
      'java.io 0 0',
      '7 more packages 15 30',
      'deeper than 20 frames 45 55',
    ]);
  });

  it('lists folded frames of more than one package last, only where they are drawn', () => {
    const drawn = new Set([MIXED_FILL]);
    expect(lines(legendGroups([self], { ...options, drawn })).at(-1)).toBe(
      'folded frames of more than one package ?',
    );
  });

  it('has no cut on a side whose self is all samples', () => {
    const below = { ...self, samples: 400 };
    expect(legendGroups([self, below], options).at(-1)?.shares).toEqual([0, 0.75]);
    expect(lines(legendGroups([self, self], options)).join()).not.toContain('deeper');
  });

  it('distinguishes own code from other code once its sum is known', () => {
    const groups = legendGroups([self], { ...options, colours: 'mine' });
    expect(lines(groups)).toEqual(['My code 12', 'Other code 88']);
    expect(groups.map(({ fill }) => fill)).toEqual([MINE_FILL, OTHER_FILL]);
    expect(groups[0]?.filter).toEqual({ search: '/^com\\.acme\\./' });
    const drawn = new Set([MINE_FILL, OTHER_FILL]);
    const other = { ...options, colours: 'mine', mine: ['org.'], drawn } as const;
    expect(lines(legendGroups([self], other))).toEqual(['My code ?', 'Other code ?']);
    expect(lines(legendGroups([self], { ...other, mine: [] }))).toEqual(['My code 0', 'Other code 100']);
  });

  it('lists thread states by their self', () => {
    const groups = legendGroups([self], { ...options, colours: 'state' });
    expect(lines(groups)).toEqual(['RUNNABLE 75', 'WAITING 25']);
    expect(groups[1]).toMatchObject({ fill: stateFill('WAITING'), filter: { data: ['WAITING'] } });
  });

  it('has shares that add up to all samples, whatever is drawn', () => {
    const count = fc.nat(1000);
    const sums = fc.record({
      slots: fc.array(count, { minLength: 4, maxLength: 4 }),
      unpackaged: count,
      others: fc.record({ samples: count, count: fc.integer({ min: 1, max: 9 }) }),
      below: count,
    });
    fc.assert(
      fc.property(
        sums,
        fc.constantFrom('package' as const, 'mine' as const),
        ({ below, ...parts }, colours) => {
          const known = { ...parts, slots: parts.slots.map((each, i) => (slots[i] === '' ? 0 : each)) };
          const whole = [...known.slots, known.unpackaged, known.others.samples].reduce((a, b) => a + b, 0);
          fc.pre(whole > 0);
          const mine = { prefixes: ['com.acme.'], samples: known.slots[0] ?? 0 };
          const groups = legendGroups([{ ...self, ...known, mine, samples: whole + below }], {
            ...options,
            colours,
          });
          expect(groups.reduce((sum, { shares }) => sum + (shares?.[0] ?? 0), 0)).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
