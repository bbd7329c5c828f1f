import { expect, test } from 'vitest';
import { labelOf, namesOf, rowLabel } from './names';
import { rowForTest } from './row-for-test';

const names = namesOf([{ queueId: 'queue-1', displayName: 'lighting' }], []);
const USER = '35ddb2c5-1111-2222-3333-444444444444';

test.each([
  [USER, '35ddb2c5…'],
  [`90670d1a2b-${USER}`, '35ddb2c5…'],
  ['maria', 'maria'],
])('shows the user %s as %s, with the whole id as title', (userId, name) => {
  expect(labelOf(rowForTest({ userId }), 'USER_ID', names)).toEqual({ id: userId, name, title: userId });
});

test.each([
  [{}, 'No instance type (licences, volumes)'],
  [{ licenseProduct: 'Maya' }, 'No instance type (licences)'],
  [{ usageType: 'LICENSE' }, 'No instance type'],
])('shows %j without an instance type as %s', (keys, name) => {
  expect(labelOf(rowForTest(keys), 'INSTANCE_TYPE', names)).toEqual({ id: '', name, title: name });
});

test('puts the whole ids of two keys in the title', () => {
  const label = rowLabel(rowForTest({ queueId: 'queue-1', userId: USER }), ['QUEUE_ID', 'USER_ID'], names);
  expect(label).toMatchObject({ name: 'lighting · 35ddb2c5…', title: `lighting · queue-1\n${USER}` });
});

test('shows names, ids where there is no name, and the distinctive part of a user id', () => {
  const byId = namesOf([{ queueId: 'q1', displayName: '<b>lighting</b>' }], []);
  const named = rowForTest({
    queueId: 'q1',
    fleetId: 'f1',
    jobId: 'j1',
    jobName: 'shot 010',
    userId: '90670d1a2b-35ddb2c5-a0ac-7381-f4b3-8591a7e4894f',
    usageType: 'PERSISTENT_VOLUME',
  });
  expect(labelOf(named, 'QUEUE_ID', byId)).toMatchObject({ id: 'q1', name: '<b>lighting</b>' });
  expect(labelOf(named, 'FLEET_ID', byId).name).toBe('f1');
  expect(labelOf(named, 'JOB_ID', byId).name).toBe('shot 010');
  expect(labelOf(named, 'USER_ID', byId).name).toBe('35ddb2c5…');
  expect(labelOf(named, 'USAGE_TYPE', byId).name).toBe('Persistent volume');
  expect(labelOf(named, 'LICENSE_PRODUCT', byId).name).toBe('No licence product');
});
