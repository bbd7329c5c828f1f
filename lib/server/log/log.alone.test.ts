import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { captureConsole } from './capture-console';
import { enterRequest, requestIdOf } from './current-request';
import { log, openLog } from './log';

let lines: string[];

const parsed = () => lines.map((line) => JSON.parse(line));

beforeEach(() => {
  lines = [];
});

afterEach(() => {
  vi.restoreAllMocks();
});

const open = (level: 'debug' | 'info' | 'warn' | 'silent') =>
  openLog({
    level,
    destination: { write: (line) => void lines.push(line) },
    environment: { NODE_ENV: 'test', AWS_SECRET_ACCESS_KEY: 'correct-horse' },
  });

test('shows only errors, on the console, until it is opened', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  log.warn('unseen');
  log.error('seen');
  expect(error.mock.calls).toEqual([['seen']]);
});

test('writes one line of JSON with level, time, text and fields', () => {
  open('info');
  log.debug('unseen');
  log.info('call failed', { operation: 'GetFarm', ms: 12, awsRequestId: undefined });
  expect(parsed()).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      operation: 'GetFarm',
      ms: 12,
      msg: 'call failed',
    },
  ]);
  expect(lines[0]).toMatch(/^[^\n]+\n$/);
});

test('writes nothing when it is silent', () => {
  open('silent');
  log.error('unseen');
  expect(lines).toEqual([]);
});

test('removes secrets from texts and fields', () => {
  open('info');
  log.error('arn:aws:iam::123456789012:user/jane', { detail: 'correct-horse of 123456789012' });
  expect(lines.join()).not.toMatch(/jane|123456789012|horse/);
  expect(parsed()[0]).toMatchObject({ msg: '[arn]', detail: '[secret] of [account]' });
});

test('adds the id of the request to what is logged while it is answered, also later', async () => {
  open('info');
  const answer = async (id: string) => {
    enterRequest(id);
    await Promise.resolve();
    log.info(`of ${id}`);
  };
  await Promise.all([new Promise<void>((end) => setImmediate(() => void answer('request-1').then(end)))]);
  await Promise.all([new Promise<void>((end) => setImmediate(() => void answer('request-2').then(end)))]);
  log.info('of none');
  expect(parsed().map(({ msg, requestId }) => [msg, requestId])).toEqual([
    ['of request-1', 'request-1'],
    ['of request-2', 'request-2'],
    ['of none', undefined],
  ]);
});

test.each([
  ['4bf92f3577b34da6a3ce929d0e0e4736', true],
  ['1b4d2f6a-0c3e-4f5a-8b7c-9d0e1f2a3b4c', true],
  ['short', false],
  ['a"},{"level":"error"', false],
  ['a'.repeat(65), false],
  [undefined, false],
  [['12345678', '12345678'], false],
])('takes %j over as the id of a request: %s', (sent, isTaken) => {
  const id = requestIdOf(sent);
  expect(id === sent).toBe(isTaken);
  expect(id).toMatch(/^[\w-]{8,64}$/);
});

test('makes one line of what is printed to the console', () => {
  open('info');
  const printed = { ...console } as Console;
  captureConsole(printed);
  printed.log('recorder: archived %d profiles', 3);
  printed.error('\u001b[31m⨯\u001b[39m failed:', new Error('first\nsecond'));
  printed.error('(node:12) Warning: old');
  const [first, second, third] = parsed();
  expect(third).toMatchObject({ level: 'warn', msg: '(node:12) Warning: old' });
  expect(first).toMatchObject({ level: 'info', msg: 'recorder: archived 3 profiles' });
  expect(second).toMatchObject({
    level: 'error',
    msg: expect.stringMatching(/^⨯ failed: Error: first \| second \| at /),
  });
});
