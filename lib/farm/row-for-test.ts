import type { SessionStatistics } from './session-statistics';

/** A row without amounts, changed by `more`. */
export const rowForTest = (more: Partial<SessionStatistics>): SessionStatistics => ({
  count: 1,
  costUsd: {},
  runtimeSeconds: {},
  from: 0,
  to: 1,
  ...more,
});
