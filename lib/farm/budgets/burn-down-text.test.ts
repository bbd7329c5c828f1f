import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { budgetForTest, SCHEDULE } from './budget-for-test';
import type { BurnDown } from './burn-down';
import { burnDownText, leftText } from './burn-down-text';

const at = SCHEDULE.from + 4 * DAY;
const budget = budgetForTest({ limitUsd: 1000, usedUsd: 990 });

function burnDown(leftUsd: readonly number[], isExpected: boolean): BurnDown {
  const known = leftUsd.map((costUsd, day) => ({ at: SCHEDULE.from + day * DAY, costUsd }));
  const expected = isExpected ? [{ at, costUsd: 10 }] : [];
  return {
    curve: { span: SCHEDULE, known, expected, levels: [], marks: [] },
    summedUsd: 1000,
    crossings: [],
  };
}

test('says how much is left, or over the limit', () => {
  expect(leftText({ at, costUsd: 12, isKnown: true }, 'UTC')).toBe(
    'Until 5 Nov 2026, 00:00 UTC: $12.00 left',
  );
  expect(leftText({ at, costUsd: -884.05, isKnown: true }, 'UTC')).toBe(
    'Until 5 Nov 2026, 00:00 UTC: $884.05 over the limit',
  );
  expect(leftText({ at, costUsd: 884.05, isKnown: false }, 'UTC')).toContain(': about $884 left');
});

test('says when a budget was used up, and describes a dashed line only if there is one', () => {
  const ended = burnDownText(budget, burnDown([1000, 400, -5, -90], false), at, 'UTC');
  expect(ended).toContain('used up by 3 Nov 2026, 00:00 UTC.');
  expect(ended).toContain('AWS reports $990.00 as used.');
  expect(ended).not.toContain('dashed');
  const running = burnDownText(budget, burnDown([1000, 400], true), at, 'UTC');
  expect(running).not.toContain('used up');
  expect(running).toContain('from which the dashed line continues');
});
