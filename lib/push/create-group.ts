import { randomUUID } from 'node:crypto';
import { CreateProfilingGroupCommand, DescribeProfilingGroupCommand } from '@aws-sdk/client-codeguruprofiler';
import { send } from './local-aws';

/** Creates a profiling group. Resolves to whether it is new: another push may have created it in the meantime. */
export async function createGroup(endpoint: string, profilingGroupName: string): Promise<boolean> {
  const command = new CreateProfilingGroupCommand({ profilingGroupName, clientToken: randomUUID() });
  return send(endpoint, (client, options) => client.send(command, options)).then(
    () => true,
    (error: Error) => {
      if (error.name === 'ConflictException') return false;
      throw error;
    },
  );
}

/** Rejects unless local-aws listens at the endpoint, so that no large post is sent to another server. */
export async function checkListening(endpoint: string, profilingGroupName: string): Promise<void> {
  const command = new DescribeProfilingGroupCommand({ profilingGroupName });
  await send(endpoint, (client, options) => client.send(command, options)).catch((error: Error) => {
    if (error.name !== 'ResourceNotFoundException') throw error;
  });
}
