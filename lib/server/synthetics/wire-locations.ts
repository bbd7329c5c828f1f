import { z } from 'zod';
import type { CanaryLocations, CanaryReplica } from '@/lib/canary/run';
import { optional, optionalText, wireEpochSeconds } from '../aws/wire';

const replica = z
  .object({
    Location: optionalText,
    ReplicationStatus: optional(z.object({ State: optionalText, StateReason: optionalText })),
    CanaryState: optionalText,
    LastModified: optional(wireEpochSeconds),
  })
  .transform(({ Location, ReplicationStatus, CanaryState, LastModified }): CanaryReplica[] =>
    Location
      ? [
          {
            location: Location,
            replicationState: ReplicationStatus?.State,
            replicationReason: ReplicationStatus?.StateReason,
            state: CanaryState,
            modified: LastModified,
          },
        ]
      : [],
  );

/** MultiLocationConfig of CloudWatch Synthetics' answers; undefined when it names no primary location. Leaves out nameless replicas. */
export const wireLocations = z
  .object({
    PrimaryLocation: optionalText,
    ReplicationState: optionalText,
    Replicas: optional(z.array(replica)),
  })
  .transform(({ PrimaryLocation, ReplicationState, Replicas }): CanaryLocations | undefined =>
    PrimaryLocation
      ? { primary: PrimaryLocation, replicationState: ReplicationState, replicas: Replicas?.flat() ?? [] }
      : undefined,
  );
