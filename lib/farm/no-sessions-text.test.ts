import { expect, test } from 'vitest';
import { noSessionsText } from './no-sessions-text';

const at = (text: string) => Date.parse(text);
const [NOW, CREATED] = [at('2026-11-24T14:00Z'), at('2025-03-03T09:00Z')];

test.each([
  [
    '2025-03-01T00:00Z',
    '2025-03-03T09:00Z',
    CREATED,
    /^This range ends before the farm was created \(3 Mar 2025, 10:00 UTC\+01:00\)/,
  ],
  ['2025-03-01T00:00Z', '2025-03-03T09:01Z', CREATED, /^No sessions in this range\.$/],
  ['2025-03-01T00:00Z', '2025-03-03T09:00Z', undefined, /^No sessions in this range\.$/],
  ['2026-11-24T13:59Z', '2026-12-24T00:00Z', CREATED, /^No sessions in this range\.$/],
  ['2026-11-24T14:00Z', '2026-12-24T00:00Z', CREATED, /^This range is in the future\./],
])('of %s to %s', (from, to, createdAt, sentence) => {
  expect(
    noSessionsText({ from: at(from), to: at(to) }, { now: NOW, createdAt, zone: 'Europe/Berlin' }),
  ).toMatch(sentence);
});
