import { z } from 'zod';
import { usualErrors } from '../errors';
import { profilingGroupName } from '../input';
import { operation } from '../operation';

const metadataField = z.enum([
  'ComputePlatform',
  'AgentId',
  'AwsRequestId',
  'ExecutionEnvironment',
  'LambdaFunctionArn',
  'LambdaMemoryLimitInMB',
  'LambdaRemainingTimeInMilliseconds',
  'LambdaTimeGapBetweenInvokesInMilliseconds',
  'LambdaPreviousExecutionTimeInMilliseconds',
]);

const agentParameter = z.enum([
  'SamplingIntervalInMilliseconds',
  'ReportingIntervalInMilliseconds',
  'MinimumTimeForReportingInMilliseconds',
  'MemoryUsageLimitPercent',
  'MaxStackDepth',
]);

/** How long an agent goes on before it asks again. */
const PERIOD_SECONDS = 300;

/** Values are strings on the wire, as AWS sends them. */
const agentParameters = {
  SamplingIntervalInMilliseconds: '1000',
  ReportingIntervalInMilliseconds: '300000',
  MinimumTimeForReportingInMilliseconds: '60000',
  MemoryUsageLimitPercent: '10',
  MaxStackDepth: '1000',
};

/** The bare configuration. A 404 stops an agent from profiling for good. */
export const configureAgent = operation({
  name: 'ConfigureAgent',
  method: 'POST',
  path: '/profilingGroups/{profilingGroupName}/configureAgent',
  errors: usualErrors,
  output: z.strictObject({
    shouldProfile: z.boolean(),
    periodInSeconds: z.number().int(),
    agentParameters: z.partialRecord(agentParameter, z.string()),
  }),
  input: z.object({
    profilingGroupName,
    fleetInstanceId: z.string().min(1).max(255).nullish(),
    metadata: z.partialRecord(metadataField, z.string()).nullish(),
  }),
  handle: async ({ profilingGroupName }, { world }) => {
    const { profilingEnabled } = await world.profiles.groups.orchestrated(profilingGroupName);
    return {
      body: { shouldProfile: profilingEnabled, periodInSeconds: PERIOD_SECONDS, agentParameters },
    };
  },
});
