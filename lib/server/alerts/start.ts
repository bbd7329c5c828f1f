import { setTimeout as wait } from 'node:timers/promises';
import { MINUTE, SECOND } from '@/lib/time/duration';
import { alertSettings } from '../alert-settings';
import { region } from '../aws/region';
import type { Config } from '../config/config';
import { lastConfig, readConfig } from '../config/read-config';
import { env } from '../env';
import { openObjects } from '../objects/open-objects';
import { processWide } from '../process-wide';
import { repeat } from '../repeat';
import { alertFolder } from './alert-state';

/** A look that takes longer is given up. */
const MAX_PASS_MS = 10 * MINUTE;

/** Sends alerts of what the configuration names, every minute. A changed configuration counts from the next time on. */
export const startAlerts = (): void =>
  repeat({ name: 'alerts', firstAfterMs: 20 * SECOND, pauseMs: MINUTE, work: alertIfConfigured });

async function alertIfConfigured(): Promise<void> {
  const settings = alertSettings();
  const { alerts } = configOrLast();
  if (!settings && !alerts) return;
  if (!settings) throw new Error('the configuration has alerts, but TRIPTYCH_ALERT_URL is not set');
  const opened = await openObjects('alerts');
  if (!opened)
    throw new Error('there is no folder for what is raised. Start with --data, or set TRIPTYCH_ARCHIVE.');
  // Only servers that send alerts load it.
  const { Alerter } = await import('./alerter');
  const folder = alertFolder(await region(), env().AWS_ENDPOINT_URL);
  const alerter = processWide(
    `alerter ${opened.place} ${folder}`,
    () => new Alerter({ objects: opened.objects, folder, wait, wallClock: Date.now }),
  );
  // Without a section what was raised ends, and what waits is sent.
  await alerter.pass(alerts ?? NOTHING, settings, AbortSignal.timeout(MAX_PASS_MS));
}

const NOTHING = { failingAfter: 1 };

/** A mistake in the configuration is told by its pages, and doesn't stop alerts. */
function configOrLast(): Config {
  try {
    return readConfig();
  } catch {
    return lastConfig();
  }
}
