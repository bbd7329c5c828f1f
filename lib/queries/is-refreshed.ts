import { ProblemError } from '@/lib/answer/problem';

type RefreshedQuery = {
  state: { dataUpdatedAt: number; error: unknown };
  meta?: Record<string, unknown> | undefined;
};

/** Of a query whose answer does not change: a problem that is not retryable remains too, as long as nobody acts. */
export const SETTLED = { isSettled: true };

/**
 * Makes the test whether a refresh that began at `at` reads a query again: what it has not renewed by rendering the page. An automatic
 * one leaves out lasting problems of settled queries, such as a permission that is missing for good.
 */
export const isRefreshed =
  ({ at, isAutomatic }: { at: number; isAutomatic: boolean }) =>
  ({ state, meta }: RefreshedQuery): boolean =>
    state.dataUpdatedAt < at && !(isAutomatic && meta?.isSettled === true && isLasting(state.error));

const isLasting = (error: unknown): boolean => error instanceof ProblemError && !error.problem.retryable;
