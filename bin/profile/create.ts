import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type ComputePlatform, CreateProfilingGroupCommand } from '@aws-sdk/client-codeguruprofiler';
import type { Command } from './command';
import { checkGroupName } from './group-name';
import { ask, CREDENTIALS, endpointOf, REGION } from './local-aws';
import { asUsage, UsageError } from './usage-error';

const PLATFORMS: readonly string[] = ['Default', 'AWSLambda'] satisfies ComputePlatform[];

/** Makes a profiling group and tells what an agent is to be started with. */
export const create: Command = async (args, environment) => {
  const { values, positionals } = asUsage(() =>
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
  const endpoint = asUsage(() => endpointOf(values.endpoint, environment));
  const command = new CreateProfilingGroupCommand({
    profilingGroupName: name,
    computePlatform: values.platform as ComputePlatform,
    clientToken: randomUUID(),
  });
  const { profilingGroup } = await ask(endpoint, (client, options) => client.send(command, options));
  return settings(profilingGroup?.name ?? name, endpoint);
};

const settings = (name: string, endpoint: string) => `The profiling group ${name} is made.

Start an agent with these settings:
  export AWS_ENDPOINT_URL_CODEGURUPROFILER=${endpoint}
  export AWS_DEFAULT_REGION=${REGION} AWS_REGION=${REGION}
  export AWS_ACCESS_KEY_ID=${CREDENTIALS.accessKeyId} AWS_SECRET_ACCESS_KEY=${CREDENTIALS.secretAccessKey}

A Python program, for example, with pip's codeguru_profiler_agent:
  python -m codeguru_profiler_agent -p ${name} --region ${REGION} program.py`;
