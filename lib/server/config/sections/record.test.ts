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
  ['{}', 1, 'record must have profilingGroups or canaries.'],
  ['true', 1, 'record must be an object with profilingGroups and canaries.'],
  [
    '{ "canary": ["a"] }',
    13,
    'record has an unknown member canary: its members are profilingGroups and canaries.',
  ],
  ['{ "canaries": ["A"] }', 16, 'record.canaries[0] must be a name of at most 255 lower-case letters'],
])('names what is wrong with %s', (section, column, sentence) => {
  expect(() => record(section)).toThrow(`triptych.config.json, line 2, column ${column}: ${sentence}`);
});
