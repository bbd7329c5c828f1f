import { expect, test } from 'vitest';
import { parseConfig } from '../parse-config';

const problemOf = (alerts: unknown): string => {
  try {
    parseConfig('triptych.config.json', JSON.stringify({ alerts }));
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('names what alerts are sent of, by default after the first failed run', () => {
  const farm = `farm-${'0'.repeat(32)}`;
  const text = JSON.stringify({
    alerts: { canaries: ['checkout-*'], farms: [farm], profilingGroups: ['*'] },
  });
  expect(parseConfig('triptych.config.json', text).alerts).toEqual({
    ...{ canaries: ['checkout-*'], failingAfter: 1, farms: [farm], profilingGroups: ['*'] },
  });
});

test('says what is wrong with it', () => {
  expect(problemOf({})).toContain('must have profilingGroups, canaries or farms');
  expect(problemOf({ failingAfter: 2 })).toContain('must have profilingGroups, canaries or farms');
  expect(problemOf({ canaries: ['a'], failingAfter: 0 })).toContain('must be a whole number from 1 to 20');
  expect(problemOf({ canaries: ['a'], failingAfter: 1.5 })).toContain('must be a whole number from 1 to 20');
  expect(problemOf({ canarys: ['a'] })).toContain(
    'has an unknown member canarys: its members are profilingGroups, canaries, farms and failingAfter',
  );
  expect(problemOf({ farms: ['x'] })).toContain('must be the id of a farm');
});
