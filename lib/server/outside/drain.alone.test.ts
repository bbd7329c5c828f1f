import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { archiveLater } from '../archive/archive-later';
import { isDraining, setDraining } from '../draining';
import { openLog } from '../log/log';
import { drain } from './drain';
import { runningRequests } from './watch-requests';

let messages: string[] = [];

beforeAll(() => {
  openLog({ level: 'info', destination: { write: (line) => void messages.push(JSON.parse(line).msg) } });
});

beforeEach(() => {
  messages = [];
});

afterEach(() => setDraining(false));

const SOON = { maxRequestsMs: 5, maxFlushMs: 5 };

/** An answer that nobody has sent yet. */
function runningAnswer(): ServerResponse {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  runningRequests().add(response);
  return response;
}

test('archives what waits, once the requests have ended', async () => {
  const done: string[] = [];
  archiveLater().add(async () => done.push('archived'));
  const response = runningAnswer();
  const drained = drain();
  expect(isDraining()).toBe(true);
  expect(done).toEqual([]);
  response.emit('close');
  await drained;
  expect(done).toEqual(['archived']);
  expect(messages).toEqual(['stopping: running requests end first', 'stopped']);
});

test('ends a request that comes while it archives', async () => {
  let response: ServerResponse | undefined;
  archiveLater().add(async () => {
    response = runningAnswer();
  });
  let isDrained = false;
  const drained = drain().then(() => {
    isDrained = true;
  });
  await expect.poll(() => response).toBeDefined();
  expect(isDrained).toBe(false);
  response?.emit('close');
  await drained;
});

test('waits for a request only so long', async () => {
  const response = runningAnswer();
  await drain(SOON);
  response.emit('close');
  expect(messages).toContain('stopping: some requests did not end in time');
});

test('waits for the archive only so long', async () => {
  archiveLater().add(() => new Promise(() => {}));
  await drain(SOON);
  expect(messages).toContain('stopping: some answers were not archived in time');
});
