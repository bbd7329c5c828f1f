import { expect, test } from 'vitest';
import { wireCanary } from './wire-canary';

const locationsOf = (MultiLocationConfig: unknown) =>
  wireCanary.parse({ Name: 'login', MultiLocationConfig }).locations;

test('reads the locations of a canary and how far they are replicated', () => {
  const config = {
    LocationType: 'Primary',
    PrimaryLocation: 'us-east-1',
    ReplicationState: 'InProgress',
    Replicas: [
      {
        Location: 'eu-west-1',
        ReplicationStatus: { State: 'Inconsistent', StateReason: 'No role', StateReasonCode: 'X' },
        CanaryState: 'RUNNING',
        LastModified: 1795000000.5,
      },
      { Location: 'ap-south-1', ReplicationStatus: { State: 'SOMETHING_NEW', StateReason: '' } },
    ],
  };
  expect(locationsOf(config)).toEqual({
    primary: 'us-east-1',
    replicationState: 'InProgress',
    replicas: [
      {
        location: 'eu-west-1',
        replicationState: 'Inconsistent',
        replicationReason: 'No role',
        state: 'RUNNING',
        modified: 1795000000500,
      },
      { location: 'ap-south-1', replicationState: 'SOMETHING_NEW' },
    ],
  });
});

test('reads a canary whose locations are odd or missing', () => {
  expect(locationsOf(undefined)).toBeUndefined();
  expect(locationsOf({ Replicas: [{ Location: 'eu-west-1' }] })).toBeUndefined();
  expect(locationsOf({ PrimaryLocation: 'us-east-1', Replicas: [{}, { Location: null }] })).toEqual({
    primary: 'us-east-1',
    replicas: [],
  });
});
