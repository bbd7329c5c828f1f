import { createHmac } from 'node:crypto';
import { DAY, MINUTE, SECOND } from '@/lib/time/duration';
import type { AlertSettings } from '../alert-settings';
import type { WaitingAlert } from './alert-state';

const TIMEOUT_MS = 10 * SECOND;
const FIRST_PAUSE_MS = MINUTE;
const MAX_PAUSE_MS = 15 * MINUTE;
/** A receiver that is away for longer gets no more of an alert. */
const MAX_AGE_MS = DAY;
/** Failures in a row after which the others wait for their next turn: the receiver is away. A slow one gets more the next time, too. */
const MAX_FAILURES = 3;
const MAX_SENDING_MS = 30 * SECOND;

/** The signature of a body: HMAC-SHA256 of the seconds since 1970, a full stop, and the body, in hexadecimal digits. */
export const signatureOf = (secret: string, seconds: number, body: string): string =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');

/**
 * Sends the alerts whose turn it is, one after the other, those with the fewest attempts first. A later one about the same subject waits
 * for the earlier one. Resolves with those that are still waiting, in their order.
 */
export async function sendAlerts(
  waiting: readonly WaitingAlert[],
  settings: AlertSettings,
  wallClock: () => number,
): Promise<WaitingAlert[]> {
  const left = new Map(waiting.map((alert) => [alert, alert as WaitingAlert | undefined]));
  const firstOf = new Map<string, WaitingAlert>();
  for (const alert of waiting) if (!firstOf.has(alert.key)) firstOf.set(alert.key, alert);
  let failures = 0;
  const startedAt = performance.now();
  for (const alert of [...firstOf.values()].sort((a, b) => a.attempts - b.attempts || a.madeAt - b.madeAt)) {
    const now = wallClock();
    if (failures >= MAX_FAILURES || performance.now() - startedAt > MAX_SENDING_MS) break;
    if (alert.nextAt > now) continue;
    const failure = await post(alert, settings, now);
    failures = failure === undefined ? 0 : failures + 1;
    left.set(alert, failure === undefined ? undefined : afterFailure(alert, failure, now));
  }
  return [...left.values()].filter((alert) => alert !== undefined);
}

/** An alert with the time of its next attempt; undefined if it is given up. */
function afterFailure(alert: WaitingAlert, failure: string, now: number): WaitingAlert | undefined {
  const attempts = alert.attempts + 1;
  if (now - alert.madeAt > MAX_AGE_MS) {
    console.error(`alerts: ${alert.id} was given up after ${attempts} attempts: ${failure}`);
    return undefined;
  }
  if (attempts === 1) console.error(`alerts: ${alert.id} was not taken and is sent again: ${failure}`);
  return { ...alert, attempts, nextAt: now + pauseMs(attempts) };
}

const pauseMs = (attempts: number) => Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));

/** Posts an alert. Resolves with why it was not taken, if it was not. */
async function post(
  { id, body }: WaitingAlert,
  { url, secret }: AlertSettings,
  now: number,
): Promise<string | undefined> {
  const seconds = Math.floor(now / 1000);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-triptych-alert': id,
        'x-triptych-signature': `t=${seconds},v1=${signatureOf(secret, seconds, body)}`,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.ok ? undefined : `the receiver answered ${response.status}`;
  } catch (error) {
    return (error as Error).name === 'TimeoutError'
      ? `the receiver did not answer within ${TIMEOUT_MS / SECOND} s`
      : 'the receiver can’t be reached';
  }
}
