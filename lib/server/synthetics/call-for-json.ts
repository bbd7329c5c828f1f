import type {
  DescribeCanariesCommand,
  DescribeCanariesLastRunCommand,
  GetCanaryCommand,
  GetCanaryRunsCommand,
  ListGroupResourcesCommand,
  ListGroupsCommand,
  StartCanaryCommand,
} from '@aws-sdk/client-synthetics';
import type { z } from 'zod';
import { call } from '../aws/call';
import { syntheticsClient } from '../aws/clients';
import { interceptJson } from '../aws/json-answer';
import type { OperationName } from '../aws/operations';

export type SyntheticsCommand =
  | DescribeCanariesCommand
  | DescribeCanariesLastRunCommand
  | GetCanaryCommand
  | GetCanaryRunsCommand
  | ListGroupResourcesCommand
  | ListGroupsCommand
  | StartCanaryCommand;

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
