import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type ComputePlatform, CreateProfilingGroupCommand } from '@aws-sdk/client-codeguruprofiler';
import { CREDENTIALS, REGION, send } from '@/lib/push/local-aws';
import type { Command } from './command';
import { endpointOf } from './endpoint';
import { checkGroupName } from './group-name';
import { asUsageError, UsageError } from './usage-error';

const PLATFORMS: readonly string[] = ['Default', 'AWSLambda'] satisfies ComputePlatform[];

/** Creates a profiling group and prints the settings to start an agent with. */
export const create: Command = async (args, environment) => {
  const { values, positionals } = asUsageError(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { endpoint: { type: 'string' }, platform: { type: 'string', default: 'Default' } },
    }),
  );
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) throw new UsageError('create takes one name.');
  checkGroupName(name);
  if (!PLATFORMS.includes(values.platform)) {
    throw new UsageError(`--platform takes ${PLATFORMS.join(' or ')}.`);
  }
  const endpoint = asUsageError(() => endpointOf(values.endpoint, environment));
  const command = new CreateProfilingGroupCommand({
    profilingGroupName: name,
    computePlatform: values.platform as ComputePlatform,
    clientToken: randomUUID(),
  });
  const { profilingGroup } = await send(endpoint, (client, options) => client.send(command, options));
  return report(profilingGroup?.name ?? name, endpoint);
};

const report = (name: string, endpoint: string) => `Created the profiling group ${name}.

Start an agent with these settings:
  export AWS_ENDPOINT_URL_CODEGURUPROFILER=${endpoint}
  export AWS_DEFAULT_REGION=${REGION} AWS_REGION=${REGION}
  export AWS_ACCESS_KEY_ID=${CREDENTIALS.accessKeyId} AWS_SECRET_ACCESS_KEY=${CREDENTIALS.secretAccessKey}

A Python program, for example, with pip's codeguru_profiler_agent:
  python -m codeguru_profiler_agent -p ${name} --region ${REGION} program.py`;
