import { z } from 'zod';

/** Epoch seconds. */
const timestamp = z.number().nonnegative();
const uuid = z.string().regex(/^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/);
const name = z
  .string()
  .max(255)
  .regex(/^[0-9a-z_-]+$/);
const days = z.number().int().min(1).max(1024);
const browserType = z.enum(['CHROME', 'FIREFOX']);
const location = z.string().regex(/^[a-z]{2}-((iso[a-z]?-)|(gov-))?[a-z]+-?[0-9]?$/);
const tags = z.record(z.string().min(1).max(128), z.string().max(256));
const artifactLocation = z.string().min(1).max(1024);

const run = z.strictObject({
  Id: uuid,
  ScheduledRunId: uuid.optional(),
  RetryAttempt: z.number().int().min(1).max(2).optional(),
  Name: name,
  Status: z.strictObject({
    State: z.enum(['RUNNING', 'PASSED', 'FAILED']),
    StateReason: z.string().max(1024).optional(),
    StateReasonCode: z.enum(['CANARY_FAILURE', 'EXECUTION_FAILURE']).optional(),
    TestResult: z.enum(['PASSED', 'FAILED', 'UNKNOWN']).optional(),
  }),
  Timeline: z.strictObject({
    Started: timestamp,
    Completed: timestamp.optional(),
    MetricTimestampForRunAndRetries: timestamp.optional(),
  }),
  ArtifactS3Location: artifactLocation.optional(),
  DryRunConfig: z.strictObject({ DryRunId: uuid }).optional(),
  BrowserType: browserType.optional(),
  Location: location.optional(),
});

const replicationState = z.enum(['InProgress', 'InSync', 'Inconsistent']);
const canaryState = z.enum(['RUNNING', 'STOPPED']);
const replica = z.strictObject({
  Location: location,
  ReplicationStatus: z.strictObject({ State: replicationState }),
  CanaryState: canaryState,
  LastModified: timestamp,
});

const canary = z.strictObject({
  Id: uuid,
  Name: name,
  Code: z.strictObject({ Handler: z.string().min(1).max(1024) }),
  ExecutionRoleArn: z.string().max(2048).optional(),
  Schedule: z.strictObject({
    Expression: z.string().min(1).max(1024),
    DurationInSeconds: z.number().int().min(0).max(31_622_400),
    RetryConfig: z.strictObject({ MaxRetries: z.number().int().min(0).max(2) }),
  }),
  RunConfig: z.strictObject({
    TimeoutInSeconds: z.number().int().min(3).max(840),
    MemoryInMB: z.number().int().min(960).max(3008),
    ActiveTracing: z.boolean(),
  }),
  SuccessRetentionPeriodInDays: days,
  FailureRetentionPeriodInDays: days,
  Status: z.strictObject({ State: canaryState }),
  Timeline: z.strictObject({
    Created: timestamp,
    LastModified: timestamp,
    LastStarted: timestamp.optional(),
    LastStopped: timestamp.optional(),
  }),
  ArtifactS3Location: artifactLocation.optional(),
  RuntimeVersion: z.string().min(1).max(1024),
  BrowserConfigs: z
    .array(z.strictObject({ BrowserType: browserType }))
    .min(1)
    .max(2)
    .optional(),
  MultiLocationConfig: z
    .strictObject({
      LocationType: z.literal('Primary'),
      PrimaryLocation: location,
      Replicas: z.array(replica).min(1).max(50).optional(),
      ReplicationState: replicationState,
    })
    .optional(),
  Tags: tags.optional(),
  DryRunConfig: z.strictObject({ DryRunId: uuid, LastDryRunExecutionStatus: z.string() }).optional(),
});

const groupName = z.string().min(1).max(64);
const groupArn = z.string().regex(/^arn:aws:synthetics:us-east-1:\d{12}:group:[0-9a-z]+$/);
const groupSummary = z.strictObject({ Id: z.string().min(1), Name: groupName, Arn: groupArn });

const token = z.string().min(4).max(252).optional();

export const canaryRunsOutput = z.strictObject({ CanaryRuns: z.array(run).max(100), NextToken: token });
export const canaryOutput = z.strictObject({ Canary: canary });
export const canariesOutput = z.strictObject({ Canaries: z.array(canary).max(20), NextToken: token });
export const lastRunsOutput = z.strictObject({
  CanariesLastRun: z.array(z.strictObject({ CanaryName: name, LastRun: run.optional() })).max(100),
  NextToken: token,
});
export const startedDryRunOutput = z.strictObject({
  DryRunConfig: z.strictObject({ DryRunId: uuid, LastDryRunExecutionStatus: z.string() }),
});
export const emptyOutput = z.strictObject({});
export const groupsOutput = z.strictObject({ Groups: z.array(groupSummary).max(20), NextToken: token });
export const groupOutput = z.strictObject({
  Group: z.strictObject({
    Id: z.string().min(1),
    Name: groupName,
    Arn: groupArn,
    Tags: tags.optional(),
    CreatedTime: timestamp,
    LastModifiedTime: timestamp,
  }),
});
export const groupResourcesOutput = z.strictObject({
  Resources: z
    .array(z.string().regex(/^arn:aws:synthetics:us-east-1:\d{12}:canary:[0-9a-z_-]{1,255}$/))
    .max(20),
  NextToken: token,
});
