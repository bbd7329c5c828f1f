import { asHttpRequest } from '../aws/http-message';
import { asOneType, type SyntheticsCommand } from './call-for-json';

/**
 * The newest Synthetics client available (3.669) predates dry runs, retries and browsers. It drops RunType and
 * DryRunId from requests, and ScheduledRunId, RetryAttempt, DryRunConfig, BrowserType, Location,
 * Timeline.MetricTimestampForRunAndRetries and Schedule.RetryConfig from answers. This file adds the former to
 * requests; `callForJson` keeps the latter. Delete this file when a newer client is available.
 */
export type DryRunMembers = { RunType?: 'CANARY_RUN' | 'DRY_RUN' | undefined; DryRunId?: string | undefined };

/** Adds members to a command's JSON body; undefined ones are left out. */
export function addToBody(command: SyntheticsCommand, members: DryRunMembers): void {
  asOneType(command).middlewareStack.add(
    (next) => (args) => {
      const request = asHttpRequest(args.request);
      if (request) request.body = JSON.stringify({ ...JSON.parse(String(request.body ?? '{}')), ...members });
      return next(args);
    },
    { step: 'build', name: 'dryRunBody', priority: 'high' },
  );
}

/** Turns StartCanary into StartCanaryDryRun, which the client lacks. */
export function asDryRunStart(command: SyntheticsCommand): void {
  asOneType(command).middlewareStack.add(
    (next) => (args) => {
      const request = asHttpRequest(args.request);
      if (request) request.path = request.path.replace(/\/start$/, '/dry-run/start');
      return next(args);
    },
    { step: 'build', name: 'dryRunStart', priority: 'high' },
  );
}

/** Adds GetCanary's query parameter dryRunId. */
export function addDryRunIdToQuery(command: SyntheticsCommand, dryRunId: string | undefined): void {
  asOneType(command).middlewareStack.add(
    (next) => (args) => {
      const request = asHttpRequest(args.request);
      if (request && dryRunId) request.query.dryRunId = dryRunId;
      return next(args);
    },
    { step: 'build', name: 'dryRunQuery', priority: 'high' },
  );
}
