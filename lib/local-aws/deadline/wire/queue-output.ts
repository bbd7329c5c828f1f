import { z } from 'zod';
import { QUEUE_STATUSES } from '../farm';
import { farmId, queueId } from './inputs';
import { audit, description, name, roleArn, storageProfileId } from './output';

/** Members of a queue in ListQueues and GetQueue. */
export const queueMembers = {
  farmId,
  queueId,
  displayName: name,
  status: z.enum(QUEUE_STATUSES),
  defaultBudgetAction: z.enum([
    'NONE',
    'STOP_SCHEDULING_AND_COMPLETE_TASKS',
    'STOP_SCHEDULING_AND_CANCEL_TASKS',
  ]),
  blockedReason: z.enum(['NO_BUDGET_CONFIGURED', 'BUDGET_THRESHOLD_REACHED']).optional(),
  ...audit,
};

const posixName = z.string().regex(/^([a-z][a-z0-9-]{0,30})?$/);

const jobRunAsUser = z.strictObject({
  runAs: z.enum(['QUEUE_CONFIGURED_USER', 'WORKER_AGENT_USER']),
  posix: z.strictObject({ user: posixName, group: posixName }).optional(),
  windows: z
    .strictObject({ user: z.string().max(111), passwordArn: z.string().min(20).max(2048) })
    .optional(),
});

const renderingTaskBuffer = z.number().int().min(0).max(1000).optional();
const upToTenThousand = z.number().min(0).max(10_000).optional();
const withinTenThousand = z.number().min(-10_000).max(10_000).optional();

/** A union: exactly one member. */
const schedulingConfiguration = z.union([
  z.strictObject({ priorityFifo: z.strictObject({}) }),
  z.strictObject({ priorityBalanced: z.strictObject({ renderingTaskBuffer }) }),
  z.strictObject({
    weightedBalanced: z.strictObject({
      priorityWeight: upToTenThousand,
      errorWeight: withinTenThousand,
      submissionTimeWeight: upToTenThousand,
      renderingTaskWeight: withinTenThousand,
      renderingTaskBuffer,
      maxPriorityOverride: z.strictObject({ alwaysScheduleFirst: z.strictObject({}) }).optional(),
      minPriorityOverride: z.strictObject({ alwaysScheduleLast: z.strictObject({}) }).optional(),
    }),
  }),
]);

/** The additional members of GetQueue. */
export const queueDetails = {
  description: description.optional(),
  jobAttachmentSettings: z
    .strictObject({
      s3BucketName: z.string().min(1).max(255),
      rootPrefix: z.string().regex(/^[\w/-]{1,63}$/),
    })
    .optional(),
  roleArn: roleArn.optional(),
  requiredFileSystemLocationNames: z
    .array(z.string().regex(/^[0-9A-Za-z ]{1,64}$/))
    .max(20)
    .optional(),
  allowedStorageProfileIds: z.array(storageProfileId).max(20).optional(),
  jobRunAsUser: jobRunAsUser.optional(),
  schedulingConfiguration: schedulingConfiguration.optional(),
};
