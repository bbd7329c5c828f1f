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
import { asHttpResponse } from '../aws/http-message';
import type { OperationName } from '../aws/operations';

export type SyntheticsCommand =
  | DescribeCanariesCommand
  | DescribeCanariesLastRunCommand
  | GetCanaryCommand
  | GetCanaryRunsCommand;

/** Treats all commands as one type: our middleware only touches HTTP messages, which are alike. */
export const asOneType = (command: SyntheticsCommand) => command as GetCanaryCommand;

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
