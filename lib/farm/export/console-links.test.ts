import { expect, test } from 'vitest';
import { consoleLink } from './console-links';

const AWS = { region: 'us-west-2', isLocal: false };
const HOME = 'https://us-west-2.console.aws.amazon.com/deadlinecloud/home?region=us-west-2#/farms/farm-0a';
const farmId = 'farm-0a';

test.each([
  [{ farmId }, ''],
  [{ farmId, queueId: 'queue-1' }, '/queues/queue-1'],
  [{ farmId, queueId: 'queue-1', jobId: 'job-1' }, '/queues/queue-1/jobs/job-1'],
  [{ farmId, fleetId: 'fleet-1' }, '/fleets/fleet-1'],
  [{ farmId, budgetId: 'budget-1' }, '/budgets/budget-1'],
])('links %j', (resource, path) => expect(consoleLink(resource, AWS)).toBe(HOME + path));

test('follows the partition of the region', () => {
  const of = (region: string) => consoleLink({ farmId }, { ...AWS, region });
  expect(of('us-gov-west-1')).toMatch(/^https:\/\/us-gov-west-1\.console\.amazonaws-us-gov\.com\//);
  expect(of('cn-north-1')).toMatch(/^https:\/\/cn-north-1\.console\.amazonaws\.cn\//);
});

test('has links only where the dashboard shows AWS', () => {
  const of = (endpoint: string) => consoleLink({ farmId }, { ...AWS, endpoint });
  expect(of('https://vpce-1.management.deadline.us-west-2.vpce.amazonaws.com')).toBe(HOME);
  expect(of('http://127.0.0.1:4599')).toBeUndefined();
  expect(of('https://amazonaws.com.example')).toBeUndefined();
  expect(consoleLink({ farmId }, undefined)).toBeUndefined();
});
