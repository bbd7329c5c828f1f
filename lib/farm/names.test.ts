import { expect, test } from 'vitest';
import { labelOf, namesOf, rowLabel, withShownNames } from './names';
import { rowForTest } from './row-for-test';
import { shownIdsOf } from './shown-ids';
import { Users } from './users';

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

test('names users as the configuration does, and jobs by their names, in every place alike', () => {
  const ARN = 'arn:aws:sts::123456789012:assumed-role/Admin/jane-doe';
  const users = new Users([{ id: USER, name: 'Maria Lopez', team: 'FX' }]);
  const rows = [
    rowForTest({ userId: `90670d1a2b-${USER}`, jobId: 'job-1', jobName: 'sq010\u202e_v001' }),
    rowForTest({ userId: ARN, jobId: 'job-2', jobName: 'SQ010_v001' }),
    rowForTest({ jobId: 'job-3', jobName: '\u200b' }),
  ];
  const shown = withShownNames(names, shownIdsOf(rows), users);
  const label = (at: number, key: 'USER_ID' | 'JOB_ID') => labelOf(rows[at] ?? rowForTest({}), key, shown);
  expect(label(0, 'USER_ID')).toEqual({
    id: `90670d1a2b-${USER}`,
    name: 'Maria Lopez',
    title: `Maria Lopez · 90670d1a2b-${USER}`,
  });
  expect(label(1, 'USER_ID')).toMatchObject({ name: 'jane-doe (Admin)', title: `jane-doe (Admin) · ${ARN}` });
  expect(label(0, 'JOB_ID').name).toBe('sq010_v001 (job-1)');
  expect(label(1, 'JOB_ID').name).toBe('SQ010_v001 (job-2)');
  expect(label(2, 'JOB_ID').name).toBe('job-3');
});

test('keeps HTML and 512 characters of a job name as they are', () => {
  const jobName = `<img src=x onerror=alert(1)>${'x'.repeat(484)}`;
  const row = rowForTest({ jobId: 'job-1', jobName });
  const shown = withShownNames(names, shownIdsOf([row]), new Users([]));
  expect(labelOf(row, 'JOB_ID', shown).name).toBe(jobName);
});
