import { z } from 'zod';
import type { CanaryLocations, CanaryReplica } from '@/lib/canary/run';
import { optional, wireEpochSeconds } from '../aws/wire';

const text = optional(z.string());

const replica = z
  .object({
    Location: z.string().min(1),
    ReplicationStatus: optional(z.object({ State: text, StateReason: text })),
    CanaryState: text,
    LastModified: optional(wireEpochSeconds),
  })
  .transform(
    (replica): CanaryReplica => ({
      location: replica.Location,
      replicationState: replica.ReplicationStatus?.State,
      replicationReason: replica.ReplicationStatus?.StateReason || undefined,
      state: replica.CanaryState,
      modified: replica.LastModified,
    }),
  );

/** MultiLocationConfig of CloudWatch Synthetics' answers; undefined when it names no primary location. */
export const wireLocations = z
  .object({ PrimaryLocation: text, ReplicationState: text, Replicas: optional(z.array(replica)) })
  .transform(({ PrimaryLocation, ReplicationState, Replicas }): CanaryLocations | undefined =>
    PrimaryLocation === undefined
      ? undefined
      : { primary: PrimaryLocation, replicationState: ReplicationState, replicas: Replicas ?? [] },
  );
