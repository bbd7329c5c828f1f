import { expect, test } from 'vitest';
import { resourceOf } from './console-context';

test('finds the resource of a value in a table', () => {
  expect(resourceOf('QUEUE_ID', 'queue-1', undefined)).toEqual({ queueId: 'queue-1' });
  expect(resourceOf('FLEET_ID', 'fleet-1', 'queue-1')).toEqual({ fleetId: 'fleet-1' });
  expect(resourceOf('JOB_ID', 'job-1', 'queue-1')).toEqual({ queueId: 'queue-1', jobId: 'job-1' });
  expect(resourceOf('JOB_ID', 'job-1', undefined)).toBeUndefined();
  expect(resourceOf('USER_ID', 'ann', 'queue-1')).toBeUndefined();
  expect(resourceOf('QUEUE_ID', '', undefined)).toBeUndefined();
});
