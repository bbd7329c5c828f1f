import { expect, test } from 'vitest';
import { ARTIFACT_NAME, artifactKind, reportOf } from './run-artifacts';

test.each([
  ['SyntheticsReport-FAILED.json', 'report'],
  ['results.har', 'har'],
  ['01-home.png', 'screenshot'],
  ['2026-11-24T14.log.txt', 'log'],
  ['SyntheticsReport-FAILED.json.exe', 'other'],
  ['chrome/SyntheticsReport-FAILED.json', 'report'],
  ['results.har/readme', 'other'],
])('takes %s for a file of kind %s', (name, kind) => expect(artifactKind(name)).toBe(kind));

test('finds the report in the fewest folders', () => {
  const file = (name: string) => ({ name, kind: artifactKind(name), bytes: 1 });
  const [deep, report] = [file('a/SyntheticsReport-PASSED.json'), file('SyntheticsReport-FAILED.json')];
  expect(reportOf([deep, report])).toBe(report);
  expect(reportOf([file('results.har'), deep])).toBe(deep);
  expect(reportOf([file('results.har')])).toBeUndefined();
});

test.each(['01 pay+50% “now”.png', "l'été #2 &?.log", '…', 'a/b', 'a/b c/d.png'])(
  'takes the file name %j',
  (name) => expect(ARTIFACT_NAME.test(name)).toBe(true),
);

test.each([
  '..',
  '.',
  '.env',
  'a/../b',
  'a/.b',
  './a',
  '/a',
  'a/',
  'a//b',
  'a\\b',
  `a/${'b'.repeat(199)}`,
  'a\0',
  'a\n',
  'a\ud800',
  '',
  'a'.repeat(201),
])('refuses the file name %j', (name) => expect(ARTIFACT_NAME.test(name)).toBe(false));
