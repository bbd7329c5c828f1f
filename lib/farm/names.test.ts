import { expect, test } from 'vitest';
import { labelOf, namesOf, rowLabel } from './names';
import type { SessionStatistics } from './session-statistics';

const names = namesOf([{ queueId: 'queue-1', displayName: 'lighting' }], []);
const row = (keys: Partial<SessionStatistics>): SessionStatistics => ({
  count: 1,
  costUsd: {},
  runtimeSeconds: {},
  from: 0,
  to: 1,
  ...keys,
});
const USER = '35ddb2c5-1111-2222-3333-444444444444';

test.each([
  [USER, '35ddb2c5…'],
  [`90670d1a2b-${USER}`, '35ddb2c5…'],
  ['maria', 'maria'],
])('the user %s is %s, with the whole id as title', (userId, name) => {
  expect(labelOf(row({ userId }), 'USER_ID', names)).toEqual({ id: userId, name, title: userId });
});

test.each([
  [{}, 'No instance type (licences, volumes)'],
  [{ licenseProduct: 'Maya' }, 'No instance type (licences)'],
  [{ usageType: 'LICENSE' }, 'No instance type'],
])('without an instance type, %j is %s', (keys, name) => {
  expect(labelOf(row(keys), 'INSTANCE_TYPE', names)).toEqual({ id: '', name, title: name });
});

test('two keys have the whole ids of both in the title', () => {
  const label = rowLabel(row({ queueId: 'queue-1', userId: USER }), ['QUEUE_ID', 'USER_ID'], names);
  expect(label).toMatchObject({ name: 'lighting · 35ddb2c5…', title: `lighting · queue-1\n${USER}` });
});
