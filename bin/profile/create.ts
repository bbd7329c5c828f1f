import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type ComputePlatform, CreateProfilingGroupCommand } from '@aws-sdk/client-codeguruprofiler';
import { ask, CREDENTIALS, endpointOf, REGION } from './local-aws';
import type { Command } from './run';

const PLATFORMS: readonly string[] = ['Default', 'AWSLambda'] satisfies ComputePlatform[];

/** Makes a profiling group and tells what an agent is to be started with. */
export const create: Command = async (args, environment) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { endpoint: { type: 'string' }, platform: { type: 'string', default: 'Default' } },
  });
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) throw new Error('create takes one name.');
  if (!/^[\w-]{1,255}$/.test(name)) {
    throw new Error('The name of a profiling group has 1 to 255 letters, digits, underscores and hyphens.');
  }
  if (!PLATFORMS.includes(values.platform)) {
    throw new Error(`--platform takes ${PLATFORMS.join(' or ')}.`);
  }
  const endpoint = endpointOf(values.endpoint, environment);
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
