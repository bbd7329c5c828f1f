import { expect, test } from 'vitest';
import { readableLog } from './readable-log';

const line = (fields: object) => JSON.stringify({ time: '2026-11-24T14:32:10.000Z', ...fields });

const failed = line({
  level: 'warn',
  msg: 'AWS call failed: ListFarms',
  result: 'denied',
  error: 'AccessDeniedException',
  awsRequestId: 'a-1',
  requestId: 'b-2',
});

test('shows a warning as a sentence with its facts', () => {
  expect(readableLog(() => 0)(failed)).toBe(
    'dashboard: warn: AWS call failed: ListFarms (result denied, error AccessDeniedException, awsRequestId a-1)',
  );
});

test('shows errors, and what the recorder did', () => {
  const show = readableLog(() => 0);
  expect(show(line({ level: 'error', msg: 'unexpected error' }))).toBe('dashboard: error: unexpected error');
  expect(show(line({ level: 'info', msg: 'recorder: archived 3 profiles of shop' }))).toBe(
    'dashboard: recorder: archived 3 profiles of shop',
  );
});

test.each([
  line({ level: 'info', msg: 'request', status: 500 }),
  line({ level: 'debug', msg: 'recorder: x' }),
  '✓ Ready in 0.2s',
  '5',
  'null',
  '',
])('leaves out %s', (text) => expect(readableLog(() => 0)(text)).toBeUndefined());

test('shows the same sentence once a minute', () => {
  let now = 0;
  const show = readableLog(() => now);
  const shown = [0, 30_000, 59_999, 60_000].map((at) => {
    now = at;
    return show(failed) !== undefined;
  });
  expect(shown).toEqual([true, false, false, true]);
});
