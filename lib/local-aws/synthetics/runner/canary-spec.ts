import type { BrowserType } from '../canary-definition';

export const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** One request of a canary and what is expected of its answer. */
export type Step = {
  /** Left out where the canary is one URL. */
  name?: string;
  /** http or https, without user and password. */
  url: string;
  method: (typeof METHODS)[number];
  /** Any 2xx unless given. */
  expectedStatus?: number;
  /** To be found in the beginning of the body. */
  expectedText?: string;
  /** How long the answer may take, whole. */
  maxMs?: number;
};

/** What a canary that really runs is made of, as the user or the dashboard has it. */
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
