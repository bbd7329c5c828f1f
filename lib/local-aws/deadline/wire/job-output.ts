import { z } from 'zod';
import { jobId } from './inputs';
import { audit, instant, storageProfileId, whole } from './output';

const taskRunStatus = z.enum([
  'PENDING',
  'READY',
  'ASSIGNED',
  'STARTING',
  'SCHEDULED',
  'INTERRUPTING',
  'RUNNING',
  'SUSPENDED',
  'CANCELED',
  'FAILED',
  'SUCCEEDED',
  'NOT_COMPATIBLE',
]);

/** Members of a job in ListJobs, GetJob and BatchGetJob. */
export const jobMembers = {
  jobId,
  name: z.string().min(1).max(512),
  lifecycleStatus: z.enum([
    'CREATE_IN_PROGRESS',
    'CREATE_FAILED',
    'CREATE_COMPLETE',
    'UPLOAD_IN_PROGRESS',
    'UPLOAD_FAILED',
    'UPDATE_IN_PROGRESS',
    'UPDATE_FAILED',
    'UPDATE_SUCCEEDED',
    'ARCHIVED',
  ]),
  lifecycleStatusMessage: z.string(),
  priority: z.number().int().min(0).max(100),
  ...audit,
  startedAt: instant.optional(),
  endedAt: instant.optional(),
  taskRunStatus: taskRunStatus.optional(),
  targetTaskRunStatus: z
    .enum(['READY', 'FAILED', 'SUCCEEDED', 'CANCELED', 'SUSPENDED', 'PENDING'])
    .optional(),
  taskRunStatusCounts: z.partialRecord(taskRunStatus, z.number().int()).optional(),
  taskFailureRetryCount: whole.optional(),
  maxFailedTasksCount: whole.optional(),
  maxRetriesPerTask: whole.optional(),
  maxWorkerCount: z.number().int().min(-1).max(2_147_483_647).optional(),
  sourceJobId: jobId.optional(),
};

const text = z.string().max(1024);
const integer = z
  .string()
  .regex(/^-?(0|[1-9]\d*)$/)
  .max(20);
const float = z
  .string()
  .regex(/^-?(0|[1-9]\d*)([.]\d+)?([eE][+-]?\d+)?$/)
  .max(26);
const boolean = z.string().regex(/^(true|false|yes|no|on|off|[01])$/i);

/** A union: exactly one member. */
const parameter = z.union([
  z.strictObject({ int: integer }),
  z.strictObject({ float }),
  z.strictObject({ string: text }),
  z.strictObject({ path: text }),
  z.strictObject({ bool: boolean }),
  z.strictObject({ rangeExpr: text.min(1) }),
  z.strictObject({ stringList: z.array(text).max(64) }),
  z.strictObject({ pathList: z.array(text).max(64) }),
  z.strictObject({ intList: z.array(integer).max(512) }),
  z.strictObject({ floatList: z.array(float).max(512) }),
  z.strictObject({ boolList: z.array(boolean).max(512) }),
  z.strictObject({ intListList: z.array(z.array(integer).max(64)).max(512) }),
]);

const manifest = z.strictObject({
  fileSystemLocationName: z
    .string()
    .regex(/^[0-9A-Za-z ]{1,64}$/)
    .optional(),
  rootPath: text.min(1),
  rootPathFormat: z.enum(['windows', 'posix']),
  outputRelativeDirectories: z.array(text.min(1)).max(100).optional(),
  inputManifestPath: z.string().min(1).max(512).optional(),
  inputManifestHash: z.string().min(1).max(256).optional(),
});

/** The additional members of GetJob and BatchGetJob. */
export const jobDetails = {
  storageProfileId: storageProfileId.optional(),
  parameters: z.record(z.string().min(1).max(1024), parameter).optional(),
  attachments: z
    .strictObject({
      manifests: z.array(manifest).min(1).max(10),
      fileSystem: z.enum(['COPIED', 'VIRTUAL']).optional(),
    })
    .optional(),
  description: z.string().min(1).max(2048).optional(),
};
