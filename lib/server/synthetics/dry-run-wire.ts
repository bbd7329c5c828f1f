import { Readable } from 'node:stream';
import type {
  DescribeCanariesCommand,
  DescribeCanariesLastRunCommand,
  GetCanaryCommand,
  GetCanaryRunsCommand,
} from '@aws-sdk/client-synthetics';
import type { z } from 'zod';
import { call } from '../aws/call';
import { syntheticsClient } from '../aws/clients';
import { asHttpRequest, asHttpResponse } from '../aws/http-message';
import type { OperationName } from '../aws/operations';

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

/** Treats all commands as one type: the middleware here only touches HTTP messages, which are alike. */
const asOneType = (command: SyntheticsCommand) => command as GetCanaryCommand;

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

/**
 * Calls an operation and validates the JSON that AWS sent, with all its members and untouched times. The
 * client's own deserializer receives an empty object, because it logs a stack for an ISO time and returns 1970;
 * it still handles error answers.
 */
export const callForJson = <Schema extends z.ZodType>(
  operation: OperationName,
  schema: Schema,
  command: SyntheticsCommand,
  signal: AbortSignal,
): Promise<z.output<Schema>> =>
  call(
    operation,
    syntheticsClient,
    schema,
    async (client, options) => {
      const json = interceptJson(command);
      await client.send(asOneType(command), options);
      return json();
    },
    signal,
  );

/** Takes the JSON of a command's answer before the client reads it; the result returns it afterwards. */
function interceptJson(command: SyntheticsCommand): () => unknown {
  let json: unknown;
  asOneType(command).middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = asHttpResponse(result.response);
      if (response && response.statusCode < 300) {
        json = JSON.parse(await textOf(response.body));
        response.body = Readable.from([Buffer.from('{}')]);
      }
      return result;
    },
    { step: 'deserialize', name: 'interceptJson', priority: 'low' },
  );
  return () => json;
}

async function textOf(body: unknown): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
