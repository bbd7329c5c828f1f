import { expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import { frameTotals, shareOf, sharesOf } from './frame-totals';

const totals = frameTotals(
  callTree(`
    main 0
      work RUNNABLE=10
        work RUNNABLE=20 WAITING=5
          lock WAITING=15
      work 0
        lock WAITING=10
    __proto__ RUNNABLE=10
      main RUNNABLE=30
  `),
);

const share = (name: string, ...states: string[]) =>
  Math.round(shareOf(totals, totals.names.indexOf(name), states) * 100);

it('counts a frame wherever it occurs, and recursive calls once', () => {
  expect(share('work', 'RUNNABLE', 'WAITING')).toBe(60);
  expect(share('main', 'RUNNABLE', 'WAITING')).toBe(90);
  expect(share('lock', 'RUNNABLE', 'WAITING')).toBe(25);
});

it('counts only samples in the given thread states, in the frame and in total', () => {
  expect(share('work', 'RUNNABLE')).toBe(43);
  expect(share('lock', 'RUNNABLE')).toBe(0);
  expect(share('lock', 'WAITING')).toBe(83);
  expect(share('__proto__', 'RUNNABLE')).toBe(57);
  expect(share('lock', 'IDLE')).toBe(0);
  expect(share('lock')).toBe(0);
});

it('has the shares of all frames at once', () => {
  for (const states of [['RUNNABLE'], ['RUNNABLE', 'WAITING'], ['IDLE'], []]) {
    const each = totals.names.map((_, place) => shareOf(totals, place, states));
    expect([...sharesOf(totals, states)]).toEqual(each);
  }
});

it('counts the self samples of a frame', () => {
  const { names, states, selves } = totals;
  expect(selves[states.indexOf('RUNNABLE')]?.[names.indexOf('work')]).toBe(30);
  expect(selves[states.indexOf('WAITING')]?.[names.indexOf('work')]).toBe(5);
});
