import { Readable } from 'node:stream';
import type {
  DescribeCanariesCommand,
  DescribeCanariesLastRunCommand,
  GetCanaryCommand,
  GetCanaryRunsCommand,
} from '@aws-sdk/client-synthetics';
import { asHttpRequest, asHttpResponse } from '../aws/http-message';

/**
 * The newest Synthetics client there is (3.669) predates dry runs, retries and browsers: it drops RunType and
 * DryRunId on the way out and ScheduledRunId, RetryAttempt, DryRunConfig, BrowserType, Location,
 * Timeline.MetricTimestampForRunAndRetries and Schedule.RetryConfig on the way in. This file carries them
 * across. Delete it when a newer client can be had.
 */
export type DryRunMembers = { RunType?: 'CANARY_RUN' | 'DRY_RUN' | undefined; DryRunId?: string | undefined };

type Carrier =
  | DescribeCanariesCommand
  | DescribeCanariesLastRunCommand
  | GetCanaryCommand
  | GetCanaryRunsCommand;

/** Any command's stack as one command's: what is added here reads HTTP messages only, alike for all commands. */
const stackOf = (command: Carrier) => command.middlewareStack as GetCanaryCommand['middlewareStack'];

/** Adds members to the JSON body of a command; those that are undefined are left out. */
export function addToBody(command: Carrier, members: DryRunMembers): void {
  stackOf(command).add(
    (next) => (args) => {
      const request = asHttpRequest(args.request);
      if (request) request.body = JSON.stringify({ ...JSON.parse(String(request.body ?? '{}')), ...members });
      return next(args);
    },
    { step: 'build', name: 'dryRunBody', priority: 'high' },
  );
}

/** Adds GetCanary's dryRunId, a query parameter. */
export function addDryRunIdToQuery(command: Carrier, dryRunId: string | undefined): void {
  stackOf(command).add(
    (next) => (args) => {
      const request = asHttpRequest(args.request);
      if (request && dryRunId) request.query.dryRunId = dryRunId;
      return next(args);
    },
    { step: 'build', name: 'dryRunQuery', priority: 'high' },
  );
}

/**
 * Sends the command and resolves with the JSON that came, all members and raw times in it. The client's own
 * reader gets an empty object instead: it takes an ISO time for 1970 and logs a stack. Errors go its way.
 */
export async function sendForJson<Command extends Carrier>(
  command: Command,
  send: (command: Command) => Promise<unknown>,
): Promise<unknown> {
  let json: unknown;
  stackOf(command).add(
    (next) => async (args) => {
      const result = await next(args);
      const response = asHttpResponse(result.response);
      if (response && response.statusCode < 300) {
        json = JSON.parse(await textOf(response.body));
        response.body = Readable.from([Buffer.from('{}')]);
      }
      return result;
    },
    { step: 'deserialize', name: 'keepJson', priority: 'low' },
  );
  await send(command);
  return json;
}

async function textOf(body: unknown): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
