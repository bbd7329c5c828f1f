import { z } from 'zod';
import { canaryName, maybe } from './inputs';

const text = z.string().min(1).max(1024);
const days = z.number().int().min(1).max(1024);
const browserType = z.enum(['CHROME', 'FIREFOX']);

const MAX_ZIP_BYTES = 10_000_000;

const zipFile = z.base64().refine((content) => {
  const bytes = Buffer.byteLength(content, 'base64');
  return bytes >= 1 && bytes <= MAX_ZIP_BYTES;
}, `must be 1 to ${MAX_ZIP_BYTES} bytes`);

const code = z.object({
  S3Bucket: maybe(text),
  S3Key: maybe(text),
  S3Version: maybe(text),
  ZipFile: maybe(zipFile),
  Handler: maybe(
    z
      .string()
      .max(128)
      .regex(/^(([0-9a-zA-Z_-]+(\/|\.))*[0-9A-Za-z_\\-]+(\.|::)[A-Za-z_][A-Za-z0-9_]*)?$/),
  ),
  BlueprintTypes: maybe(
    z
      .array(
        z
          .string()
          .min(1)
          .max(128)
          .regex(/^[0-9a-zA-Z_.-]+$/),
      )
      .max(1),
  ),
  Dependencies: maybe(z.array(z.object({ Type: maybe(z.literal('LambdaLayer')), Reference: text })).max(1)),
});

const runConfig = z.object({
  TimeoutInSeconds: maybe(z.number().int().min(3).max(840)),
  MemoryInMB: maybe(z.number().int().min(960).max(3008)),
  ActiveTracing: maybe(z.boolean()),
  EnvironmentVariables: maybe(z.record(z.string().regex(/^[a-zA-Z]([a-zA-Z0-9_])+$/), z.string())),
  EphemeralStorage: maybe(z.number().int().min(1024).max(10_240)),
});

const vpcConfig = z.object({
  SubnetIds: maybe(z.array(z.string()).max(16)),
  SecurityGroupIds: maybe(z.array(z.string()).max(5)),
  Ipv6AllowedForDualStack: maybe(z.boolean()),
});

const screenshot = z.object({
  ScreenshotName: text,
  IgnoreCoordinates: maybe(
    z.array(z.string().regex(/^(-?\d{1,5}\.?\d{0,2},){3}(-?\d{1,5}\.?\d{0,2}){1}$/)).max(20),
  ),
});

const visualReference = z.object({
  BaseScreenshots: maybe(z.array(screenshot)),
  BaseCanaryRunId: text,
  BrowserType: maybe(browserType),
});

const kmsKeyArn = z
  .string()
  .max(2048)
  .regex(/^arn:(aws[a-zA-Z-]*)?:kms:[a-z]{2,4}(-[a-z]{2,4})?-[a-z]+-\d{1}:\d{12}:key\/[\w\-/]+$/);

const artifactConfig = z.object({
  S3Encryption: maybe(
    z.object({ EncryptionMode: maybe(z.enum(['SSE_S3', 'SSE_KMS'])), KmsKeyArn: maybe(kmsKeyArn) }),
  ),
});

/** The input of StartCanaryDryRun with the constraints of the service's model. */
export const dryRunInput = z.object({
  name: canaryName,
  Code: maybe(code),
  RuntimeVersion: maybe(text),
  RunConfig: maybe(runConfig),
  VpcConfig: maybe(vpcConfig),
  ExecutionRoleArn: maybe(
    z
      .string()
      .max(2048)
      .regex(/^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+$/),
  ),
  SuccessRetentionPeriodInDays: maybe(days),
  FailureRetentionPeriodInDays: maybe(days),
  VisualReference: maybe(visualReference),
  ArtifactS3Location: maybe(text),
  ArtifactConfig: maybe(artifactConfig),
  ProvisionedResourceCleanup: maybe(z.enum(['AUTOMATIC', 'OFF'])),
  BrowserConfigs: maybe(
    z
      .array(z.object({ BrowserType: maybe(browserType) }))
      .min(1)
      .max(2),
  ),
  VisualReferences: maybe(z.array(visualReference).min(1).max(2)),
});
