import { z } from 'zod';
import type { CanaryLocations, CanaryReplica } from '@/lib/canary/run';
import { optional, wireEpochSeconds } from '../aws/wire';

const text = optional(z.string());

const replica = z
  .object({
    Location: text,
    ReplicationStatus: optional(z.object({ State: text, StateReason: text })),
    CanaryState: text,
    LastModified: optional(wireEpochSeconds),
  })
  .transform(({ Location, ReplicationStatus, CanaryState, LastModified }): CanaryReplica[] =>
    Location
      ? [
          {
            location: Location,
            replicationState: ReplicationStatus?.State,
            replicationReason: ReplicationStatus?.StateReason || undefined,
            state: CanaryState,
            modified: LastModified,
          },
        ]
      : [],
  );

/** MultiLocationConfig of CloudWatch Synthetics' answers; undefined when it names no primary location. Leaves out nameless replicas. */
export const wireLocations = z
  .object({ PrimaryLocation: text, ReplicationState: text, Replicas: optional(z.array(replica)) })
  .transform(({ PrimaryLocation, ReplicationState, Replicas }): CanaryLocations | undefined =>
    PrimaryLocation
      ? { primary: PrimaryLocation, replicationState: ReplicationState, replicas: Replicas?.flat() ?? [] }
      : undefined,
  );
