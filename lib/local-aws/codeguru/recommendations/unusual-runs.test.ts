import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unusualRuns } from './unusual-runs';

/** Runs of shares in percent, as `10–12 above 20`. */
const runs = (...percent: number[]) =>
  unusualRuns(percent.map((share) => share / 100)).map(
    ({ from, to, usual, isAbove }) =>
      `${from}–${to} ${isAbove ? 'above' : 'below'} ${Math.round(usual * 100)}`,
  );
const times = (count: number, share: number) => Array.from({ length: count }, () => share);
const normal = [20, 21, 20, 19, 20, 20, 21, 20, 19, 20, 21, 20];

describe('unusualRuns', () => {
  it('finds a short incident, but not the return to what was usual', () => {
    expect(runs(...normal, 45, 20, 21, 20)).toEqual(['12–13 above 20']);
    expect(runs(...normal, 45, 46, 20, 20, 38, 20)).toEqual(['12–14 above 20', '16–17 above 20']);
  });

  it('reports a lasting change as one run from its first step on, in the direction of the change', () => {
    expect(runs(...times(60, 0), ...times(108, 13))).toEqual(['60–168 above 0']);
    expect(runs(...times(60, 13), ...times(108, 0))).toEqual(['60–168 below 13']);
  });

  it('keeps what was usual, however long a change lasts', () => {
    expect(runs(...normal, ...times(150, 40), ...normal)).toEqual(['12–162 above 20']);
  });

  it('takes the share at the start of the range for usual', () => {
    expect(runs(...times(168, 13))).toEqual([]);
    expect(runs(...times(30, 13), ...times(30, 0))).toEqual(['30–60 below 13']);
  });

  it('starts with the step in which the change happened, even if only a part of it was changed', () => {
    expect(runs(...times(20, 0), 3.5, ...times(5, 7))).toEqual(['20–26 above 0']);
  });

  it('starts with the change even if it happened before enough was known', () => {
    expect(runs(...times(9, 0), 7, ...times(5, 14))).toEqual(['9–15 above 0']);
  });

  it('continues through a quieter step', () => {
    expect(runs(...normal, 32, 31, 27, 32, 20)).toEqual(['12–16 above 20']);
    expect(runs(...normal, 32, 31, 24, 32, 20)).toEqual(['12–16 above 20']);
  });

  it('finds nothing where the share always varies, varies little, or too little is known', () => {
    expect(runs(...normal, 24, 20, 20)).toEqual([]);
    expect(runs(10, 30, 50, 20, 40, 10, 30, 50, 20, 40, 10, 30, 50)).toEqual([]);
    expect(runs(...normal.slice(1), 60)).toEqual([]);
    expect(runs()).toEqual([]);
  });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });

it('never marks a steady time before a change, whatever comes after it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 12, max: 60 }), fc.array(share, { maxLength: 60 }), (steady, after) => {
      const found = unusualRuns([...times(steady, 0.2), ...after]);
      for (const { from } of found) expect(from).toBeGreaterThanOrEqual(steady);
    }),
  );
});

it('does not change what it found when more steps follow', () => {
  fc.assert(
    fc.property(fc.array(share, { maxLength: 60 }), fc.array(share, { maxLength: 60 }), (before, after) => {
      // The last run may go on.
      const ended = unusualRuns(before).slice(0, -1);
      expect(unusualRuns([...before, ...after]).slice(0, ended.length)).toEqual(ended);
    }),
  );
});

it('has runs in order that don’t overlap, each outside of what was usual', () => {
  fc.assert(
    fc.property(fc.array(share, { maxLength: 170 }), (shares) => {
      let end = 0;
      for (const { from, to, usual, isAbove } of unusualRuns(shares)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        for (const each of shares.slice(from, to)) expect(isAbove ? each > usual : each < usual).toBe(true);
        end = to;
      }
    }),
  );
});

it('finds every lasting change of a share with little noise at its first step', () => {
  const noise = fc.double({ min: -0.004, max: 0.004, noNaN: true });
  fc.assert(
    fc.property(
      fc.record({
        level: fc.double({ min: 0.1, max: 0.5, noNaN: true }),
        change: fc.constantFrom(-0.08, 0.08, 0.3),
        before: fc.array(noise, { minLength: 12, maxLength: 100 }),
        after: fc.array(noise, { minLength: 1, maxLength: 100 }),
      }),
      ({ level, change, before, after }) => {
        const shares = [...before.map((n) => level + n), ...after.map((n) => level + change + n)];
        const [run, ...others] = unusualRuns(shares);
        expect(others).toEqual([]);
        expect(run).toMatchObject({ from: before.length, to: shares.length, isAbove: change > 0 });
      },
    ),
  );
});
