import { Readable } from 'node:stream';
import type {
  DescribeCanariesCommand,
  DescribeCanariesLastRunCommand,
  GetCanaryCommand,
  GetCanaryRunsCommand,
} from '@aws-sdk/client-synthetics';
import { asHttpRequest, asHttpResponse } from '../aws/http-message';

/**
 * The newest Synthetics client available (3.669) predates dry runs, retries and browsers. It drops RunType and
 * DryRunId from requests, and ScheduledRunId, RetryAttempt, DryRunConfig, BrowserType, Location,
 * Timeline.MetricTimestampForRunAndRetries and Schedule.RetryConfig from answers. This file carries them past
 * the client. Delete it when a newer client is available.
 */
export type DryRunMembers = { RunType?: 'CANARY_RUN' | 'DRY_RUN' | undefined; DryRunId?: string | undefined };

type SyntheticsCommand =
  | DescribeCanariesCommand
  | DescribeCanariesLastRunCommand
  | GetCanaryCommand
  | GetCanaryRunsCommand;

/** Types any command's stack as one command's: the middleware here only reads HTTP messages, the same for all. */
const stackOf = (command: SyntheticsCommand) =>
  command.middlewareStack as GetCanaryCommand['middlewareStack'];

/** Adds members to a command's JSON body; undefined ones are left out. */
export function addToBody(command: SyntheticsCommand, members: DryRunMembers): void {
  stackOf(command).add(
    (next) => (args) => {
      const request = asHttpRequest(args.request);
      if (request) request.body = JSON.stringify({ ...JSON.parse(String(request.body ?? '{}')), ...members });
      return next(args);
    },
    { step: 'build', name: 'dryRunBody', priority: 'high' },
  );
}

/** Adds GetCanary's query parameter dryRunId. */
export function addDryRunIdToQuery(command: SyntheticsCommand, dryRunId: string | undefined): void {
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
 * Sends a command and resolves with the received JSON, with all its members and untouched times. The client's
 * own deserializer receives an empty object, because it logs a stack for an ISO time and returns 1970. It still
 * handles error answers.
 */
export async function sendForJson<Command extends SyntheticsCommand>(
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
