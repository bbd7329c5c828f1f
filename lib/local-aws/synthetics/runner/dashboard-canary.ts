import { SECOND } from '@/lib/time/duration';
import type { CanarySpec } from './canary-spec';

export const DASHBOARD_CANARY = 'triptych-dashboard';

const PAGES = ['/', '/profiles', '/farms', '/canaries'];

/** All pages together stay within the canary's timeout. */
const PAGE_TIMEOUT_MS = 14 * SECOND;

/** The canary of the dashboard at `baseUrl`; it has no steps while there is no dashboard. */
export function dashboardCanary(baseUrl: string | undefined): CanarySpec {
  const pages = baseUrl === undefined ? [] : PAGES.map((page) => new URL(page, baseUrl).href);
  return {
    name: DASHBOARD_CANARY,
    steps: pages.map((url) => ({ url, method: 'GET', maxMs: PAGE_TIMEOUT_MS })),
    schedule: 'rate(1 minute)',
    timeoutSeconds: 60,
    maxRetries: 0,
    successRetentionDays: 31,
    failureRetentionDays: 31,
    groups: [],
  };
}
