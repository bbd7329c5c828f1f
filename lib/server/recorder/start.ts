import { setTimeout as wait } from 'node:timers/promises';
import { MINUTE, SECOND } from '@/lib/time/duration';
import { isArchiving } from '../archive/open-archive';
import { readConfig } from '../config/read-config';
import { processWide } from '../process-wide';

/** The first viewers after a start come first. */
const FIRST_AFTER_MS = 30 * SECOND;
const PAUSE_MS = 10 * MINUTE;

/** Records what the configuration names, every ten minutes. A changed configuration counts from the next time on. */
export function startRecorder(): void {
  processWide('recording', run);
}

async function run(): Promise<never> {
  await wait(FIRST_AFTER_MS, undefined, { ref: false });
  for (;;) {
    await recordIfConfigured().catch((error: Error) => console.error('recorder:', error.message));
    await wait(PAUSE_MS, undefined, { ref: false });
  }
}

async function recordIfConfigured(): Promise<void> {
  const { record } = readConfig();
  if (!record || !isArchiving()) return;
  // Only servers that record load it.
  const { recorder } = await import('./recorder');
  await recorder().pass(record, new AbortController().signal);
}
