import { expect, test } from 'vitest';
import type { Canary } from './run';
import { canarySettings } from './settings';

const texts = (canary: Partial<Canary>) =>
  canarySettings({ name: 'login', state: 'RUNNING', tags: {}, ...canary }, 'UTC').map(
    ({ name, value, note }) => `${name}: ${value}${note ? ` (${note})` : ''}`,
  );

test('puts settings into words, of those that AWS omits only the defaults', () => {
  expect(
    texts({
      stateReason: '\u001b[31mrole\nis missing',
      failureRetentionDays: 7,
      schedule: 'rate(5 minutes)',
      maxRetries: 2,
      timeoutSeconds: 90,
      tags: { team: 'shop' },
    }),
  ).toEqual([
    'State: Running (role is missing)',
    'Schedule: every 5 minutes (rate(5 minutes))',
    'Retries: up to 2',
    'Timeout of an attempt: 1 min 30 s',
    'Passed runs are kept for: 31 days (AWS’s default)',
    'Failed runs are kept for: 7 days',
    'Tags: team: shop',
  ]);
});

test('names locations, and replicas that are not in sync', () => {
  const replicas = [
    { location: 'eu-west-1', replicationState: 'InSync' },
    { location: 'ap-south-1', replicationState: 'Inconsistent', replicationReason: 'no role' },
  ];
  expect(texts({ locations: { primary: 'us-east-1', replicas } })).toContain(
    'Locations: us-east-1 (primary), eu-west-1, ap-south-1 (ap-south-1: Inconsistent, no role)',
  );
});
