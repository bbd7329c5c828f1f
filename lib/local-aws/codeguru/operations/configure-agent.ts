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

/** How long an agent profiles before it asks again. */
const PERIOD_SECONDS = 300;

/** AWS sends the values as strings. */
const agentParameters = {
  SamplingIntervalInMilliseconds: '1000',
  ReportingIntervalInMilliseconds: '300000',
  MinimumTimeForReportingInMilliseconds: '60000',
  MemoryUsageLimitPercent: '10',
  MaxStackDepth: '1000',
};

/** The structure itself is the payload. A 404 makes an agent stop profiling for good. */
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
    const { profilingEnabled } = await world.profiles.groups.recordOrchestration(profilingGroupName);
    return {
      body: { shouldProfile: profilingEnabled, periodInSeconds: PERIOD_SECONDS, agentParameters },
    };
  },
});
