import { expect, test } from 'vitest';
import { ARTIFACT_NAME, artifactKind } from './run-artifacts';

test.each([
  ['SyntheticsReport-FAILED.json', 'report'],
  ['results.har', 'har'],
  ['01-home.png', 'screenshot'],
  ['2026-11-24T14.log.txt', 'log'],
  ['SyntheticsReport-FAILED.json.exe', 'other'],
])('takes %s for a file of kind %s', (name, kind) => expect(artifactKind(name)).toBe(kind));

test.each(['01 pay+50% “now”.png', "l'été #2 &?.log", '…'])('takes the file name %j', (name) =>
  expect(ARTIFACT_NAME.test(name)).toBe(true),
);

test.each(['..', '.', '.env', 'a/b', 'a\\b', 'a\0', 'a\n', 'a\ud800', '', 'a'.repeat(201)])(
  'refuses the file name %j',
  (name) => expect(ARTIFACT_NAME.test(name)).toBe(false),
);
