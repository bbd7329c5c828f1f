import type { BrowserType } from '../canary-definition';

export const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** One request of a canary and the expected response. */
export type Step = {
  /** Omitted when the canary is a single URL. */
  name?: string;
  /** http or https, without user and password. */
  url: string;
  method: (typeof METHODS)[number];
  /** Any 2xx by default. */
  expectedStatus?: number;
  /** Text that the first 5 MiB of the body must contain. */
  expectedText?: string;
  /** Maximum time to the end of the response, milliseconds. */
  maxMs?: number;
};

/** The configuration of a canary that really runs, from canaries.json or for the dashboard. */
export type CanarySpec = {
  name: string;
  steps: readonly Step[];
  schedule: string;
  timeoutSeconds: number;
  maxRetries: number;
  successRetentionDays: number;
  failureRetentionDays: number;
  groups: readonly string[];
  browsers?: readonly BrowserType[];
};
