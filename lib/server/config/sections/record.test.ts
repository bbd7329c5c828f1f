import { expect, test } from 'vitest';
import { parseConfig } from '../parse-config';

const record = (section: string) => parseConfig('triptych.config.json', `{ "record":\n${section}\n}`).record;

test('reads what is recorded, which may be nothing', () => {
  expect(record('{ "profilingGroups": ["shop-*"], "canaries": ["login"] }')).toEqual({
    profilingGroups: ['shop-*'],
    canaries: ['login'],
  });
  expect(parseConfig('triptych.config.json', '{}').record).toBeUndefined();
});

test.each([
  ['{}', 1, 'record must have profilingGroups, canaries or farms.'],
  ['true', 1, 'record must be an object with profilingGroups, canaries and farms.'],
  [
    '{ "canary": ["a"] }',
    13,
    'record has an unknown member canary: its members are profilingGroups, canaries and farms.',
  ],
  ['{ "farms": ["farm-1"] }', 13, 'record.farms[0] must be the id of a farm: farm- and 32'],
  ['{ "farms": [] }', 12, 'record.farms must be a list of 1 to 100 ids of farms.'],
  ['{ "canaries": ["A"] }', 16, 'record.canaries[0] must be a name of at most 255 lower-case letters'],
])('names what is wrong with %s', (section, column, sentence) => {
  expect(() => record(section)).toThrow(`triptych.config.json, line 2, column ${column}: ${sentence}`);
});
