import { setTimeout as wait } from 'node:timers/promises';
import { MINUTE, SECOND } from '@/lib/time/duration';
import { alertSettings } from '../alert-settings';
import { readConfig } from '../config/read-config';
import { openObjects } from '../objects/open-objects';
import { processWide } from '../process-wide';

/** The first viewers after a start come first. */
const FIRST_AFTER_MS = 20 * SECOND;
const PAUSE_MS = MINUTE;
/** A pass that takes longer is given up. */
const MAX_PASS_MS = 10 * MINUTE;

/** Sends alerts of what the configuration names, every minute. A changed configuration counts from the next time on. */
export function startAlerts(): void {
  processWide('alerting', run);
}

async function run(): Promise<never> {
  await wait(FIRST_AFTER_MS, undefined, { ref: false });
  for (;;) {
    await alertIfConfigured().catch((error: Error) => console.error('alerts:', error.message));
    await wait(PAUSE_MS, undefined, { ref: false });
  }
}

async function alertIfConfigured(): Promise<void> {
  const { alerts } = readConfig();
  const settings = alertSettings();
  if (!alerts) return;
  const opened = await openObjects('alerts');
  if (!settings) throw new Error('the configuration has alerts, but TRIPTYCH_ALERT_URL is not set');
  if (!opened)
    throw new Error('there is no folder for what was raised. Start with --data, or set TRIPTYCH_ARCHIVE');
  // Only servers that send alerts load it.
  const { Alerter } = await import('./alerter');
  const alerter = processWide(
    `alerter ${opened.place}`,
    () => new Alerter({ objects: opened.objects, wait, wallClock: Date.now }),
  );
  await alerter.pass(alerts, settings, AbortSignal.timeout(MAX_PASS_MS));
}
