import { setTimeout as wait } from 'node:timers/promises';
import { MINUTE, SECOND } from '@/lib/time/duration';
import { alertSettings } from '../alert-settings';
import { region } from '../aws/region';
import type { Config } from '../config/config';
import { lastConfig, readConfig } from '../config/read-config';
import { env } from '../env';
import { storageProblem } from '../links/storage-problem';
import { openObjects } from '../objects/open-objects';
import { processWide } from '../process-wide';
import { alertFolder } from './alert-state';

/** The first viewers after a start come first. */
const FIRST_AFTER_MS = 20 * SECOND;
const PAUSE_MS = MINUTE;
/** A look that takes longer is given up. */
const MAX_PASS_MS = 10 * MINUTE;

/** Sends alerts of what the configuration names, every minute. A changed configuration counts from the next time on. */
export function startAlerts(): void {
  processWide('alerting', run);
}

async function run(): Promise<never> {
  await wait(FIRST_AFTER_MS, undefined, { ref: false });
  for (;;) {
    await alertIfConfigured().catch((error: unknown) =>
      console.error('alerts:', storageProblem(error).message),
    );
    await wait(PAUSE_MS, undefined, { ref: false });
  }
}

async function alertIfConfigured(): Promise<void> {
  const settings = alertSettings();
  const { alerts } = configOrLast();
  if (!settings) {
    if (alerts) console.error('alerts: the configuration has alerts, but TRIPTYCH_ALERT_URL is not set');
    return;
  }
  const opened = await openObjects('alerts');
  if (!opened) {
    console.error(
      'alerts: there is no folder for what is raised. Start with --data, or set TRIPTYCH_ARCHIVE.',
    );
    return;
  }
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
