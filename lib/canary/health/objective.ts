import { formatApart } from '@/lib/answer/format-apart';
import { formatNumber } from '@/lib/answer/format-number';
import { formatPercent } from '@/lib/answer/rounded-percent';

/** The share of scheduled runs that should pass, 0–1 without both ends. */
export const MIN_OBJECTIVE = 0.5;
export const MAX_OBJECTIVE = 0.99999;

/** An objective has at most three decimals in percent. */
const PARTS = 100_000;

/** How much of the failures that an objective allows were used. */
export type ErrorBudget = {
  /** Failed scheduled runs that the objective allows among the finished ones; seldom a whole number. */
  allowed: number;
  failed: number;
  /** The unused part of what is allowed, at most 1; negative once more have failed. */
  leftShare: number;
  /** Failed runs divided by those that are allowed: at more than 1 the objective is missed. */
  burnRate: number;
};

/** The error budget of finished runs; undefined if none finished. */
export function errorBudget(
  { passed, finished }: { passed: number; finished: number },
  objective: number,
): ErrorBudget | undefined {
  if (finished === 0) return undefined;
  const failed = finished - passed;
  // Whole numbers, because an objective that is met exactly must leave exactly nothing.
  const allowedParts = finished * (PARTS - Math.round(objective * PARTS));
  const usedParts = failed * PARTS;
  const leftParts = allowedParts - usedParts;
  return {
    allowed: allowedParts / PARTS,
    failed,
    leftShare: leftParts / allowedParts,
    burnRate: usedParts / allowedParts,
  };
}

/** What is left of a budget, as `82 %`; undefined if more was used than is allowed. */
export const leftText = ({ leftShare }: ErrorBudget): string | undefined =>
  leftShare < 0 ? undefined : formatPercent(leftShare, 1);

/** The base of a budget: `36 failed, 2.9 allowed at 99.5 %`. */
export const budgetBase = ({ failed, allowed }: ErrorBudget, objective: number): string =>
  `${formatNumber(failed)} failed, ${formatApart(allowed, 1, [0, failed])} allowed at ${objectivePercent(objective)} %`;

/** A burn rate, which is 0 only without failures, and 1 only if exactly all that are allowed were used. */
export const burnRateText = ({ burnRate }: ErrorBudget): string => formatApart(burnRate, 2, [0, 1]);

const PERCENT = /^\d{2}(?:\.\d{1,3})?$/;

/** Parses an objective in percent, `99.9`, as a share; undefined if it isn't one from 50 to 99.999. */
export function parseObjective(text: string): number | undefined {
  const percent = text.trim().replace(',', '.').replace(/\s*%$/, '');
  if (!PERCENT.test(percent)) return undefined;
  const share = Number(`${percent}e-2`);
  return share >= MIN_OBJECTIVE && share <= MAX_OBJECTIVE ? share : undefined;
}

/** An objective in percent, without its unit: `99.9`. */
export const objectivePercent = (objective: number) => String(Number((objective * 100).toFixed(3)));
