import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GROUP_KEYS, type GroupKey } from '../session-statistics';
import type { Filter } from './filter';
import { fittingFilters, fittingGroup, neededKeys, possibleKeys } from './needed-keys';

const by = (...keys: GroupKey[]): Filter[] => keys.map((key) => ({ key, id: 'x' }));

it('asks for the keys of the grouping and of the filters in one order for all', () => {
  expect(neededKeys(['USER_ID'], by('INSTANCE_TYPE'))).toEqual(['INSTANCE_TYPE', 'USER_ID']);
  expect(neededKeys(['INSTANCE_TYPE'], by('USER_ID', 'USER_ID'))).toEqual(['INSTANCE_TYPE', 'USER_ID']);
});

it('leaves all keys to group by with one filter, and only theirs with two', () => {
  expect(possibleKeys([])).toEqual(GROUP_KEYS);
  expect(possibleKeys(by('USER_ID'))).toEqual(GROUP_KEYS);
  expect(possibleKeys(by('USER_ID', 'JOB_ID'))).toEqual(['JOB_ID', 'USER_ID', 'TEAM']);
  expect(possibleKeys(by('USER_ID'), 'QUEUE_ID')).toEqual(['USER_ID', 'TEAM']);
  expect(possibleKeys(by('USER_ID'), 'USER_ID')).toHaveLength(GROUP_KEYS.length - 1);
});

it('asks for users to know their teams', () => {
  expect(neededKeys(['TEAM'], by('USER_ID'))).toEqual(['USER_ID']);
  expect(neededKeys(['JOB_ID'], by('TEAM'))).toEqual(['JOB_ID', 'USER_ID']);
  expect(fittingFilters(by('TEAM', 'USER_ID', 'JOB_ID', 'QUEUE_ID'))).toEqual(
    by('TEAM', 'USER_ID', 'JOB_ID'),
  );
});

it('drops the keys of a grouping that do not fit, and keeps the first two filters of a link', () => {
  expect(fittingGroup(['QUEUE_ID', 'USER_ID'], by('USER_ID'))).toEqual(['QUEUE_ID', 'USER_ID']);
  expect(fittingGroup(['QUEUE_ID', 'FLEET_ID'], by('USER_ID'))).toEqual(['QUEUE_ID']);
  expect(fittingGroup(['QUEUE_ID'], by('USER_ID', 'JOB_ID'))).toEqual(['JOB_ID']);
  expect(fittingFilters(by('USER_ID', 'JOB_ID', 'QUEUE_ID', 'USER_ID'))).toEqual(
    by('USER_ID', 'JOB_ID', 'USER_ID'),
  );
});

it('never needs more keys than AWS groups by, whatever a link says', () => {
  const keys = fc.constantFrom(...GROUP_KEYS);
  const grouping = fc.uniqueArray(keys, { minLength: 1, maxLength: 2 });
  const filters = fc.array(fc.record({ key: keys, id: fc.constantFrom('', 'a', 'b') }), { maxLength: 8 });
  fc.assert(
    fc.property(grouping, filters, (group, only) => {
      const kept = fittingFilters(only);
      const fitting = fittingGroup(group, kept);
      expect(fitting.length).toBeGreaterThan(0);
      expect(neededKeys(fitting, kept).length).toBeLessThanOrEqual(2);
      for (const first of possibleKeys(kept)) {
        expect(fittingGroup([first], kept)).toEqual([first]);
        for (const second of possibleKeys(kept, first))
          expect(fittingGroup([first, second], kept)).toEqual([first, second]);
      }
    }),
  );
});
