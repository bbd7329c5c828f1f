import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import type { WaitingAlert } from './alert-state';
import { sendAlerts } from './send-alerts';

const NOW = Date.parse('2026-11-24T14:30:00Z');

let receiver: Server;
let url = '';
const taken: string[] = [];

beforeEach(async () => {
  taken.length = 0;
  vi.spyOn(console, 'error').mockImplementation(() => {});
  // Refuses what begins with `bad`.
  receiver = createServer(async (request, response) => {
    const id = String(request.headers['x-triptych-alert']);
    await request.toArray();
    const isTaken = !id.startsWith('bad');
    if (isTaken) taken.push(id);
    response.writeHead(isTaken ? 204 : 400).end();
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterEach(() => {
  receiver.close();
  vi.restoreAllMocks();
});

const alert = (id: string, changed: Partial<WaitingAlert> = {}): WaitingAlert => ({
  ...{ id, key: id, body: '{}', madeAt: NOW, attempts: 0, nextAt: NOW },
  ...changed,
});
const send = (...waiting: WaitingAlert[]) =>
  sendAlerts(waiting, { url, secret: 'a-secret-of-sixteen-characters', origin: '' }, () => NOW);

test('alerts that are always refused don’t keep others from being sent', async () => {
  const refused = [1, 2, 3, 4].map((n) => alert(`bad ${n}`, { attempts: n }));
  const left = await send(...refused, alert('good'));
  expect(taken).toEqual(['good']);
  expect(left.map(({ id, attempts }) => [id, attempts])).toEqual([
    ...[['bad 1', 2] as const, ['bad 2', 3] as const, ['bad 3', 4] as const],
    // After three failures in a row the receiver is taken to be away.
    ['bad 4', 4],
  ]);
  expect(left.map(({ nextAt }) => (nextAt - NOW) / MINUTE)).toEqual([2, 4, 8, 0]);
});

test('the next attempt is at most a quarter of an hour later, and a day after it was made there is none', async () => {
  expect((await send(alert('bad', { attempts: 30 })))[0]?.nextAt).toBe(NOW + 15 * MINUTE);
  expect(await send(alert('bad', { madeAt: NOW - DAY - 1 }))).toEqual([]);
});

test('says in the log why an alert was not taken, and no address', async () => {
  await send(alert('bad'));
  receiver.close();
  receiver.closeAllConnections();
  await send(alert('good'));
  expect(vi.mocked(console.error).mock.calls.flat()).toEqual([
    'alerts: bad was not taken and is sent again: the receiver answered 400',
    'alerts: good was not taken and is sent again: the receiver can’t be reached',
  ]);
});
