import { MINUTE, SECOND } from '@/lib/time/duration';
import { isArchiving } from '../archive/open-archive';
import { readConfig } from '../config/read-config';
import { repeat } from '../repeat';

/** Records what the configuration names, every ten minutes. A changed configuration counts from the next time on. */
export const startRecorder = (): void =>
  repeat({ name: 'recorder', firstAfterMs: 30 * SECOND, pauseMs: 10 * MINUTE, work: recordIfConfigured });

async function recordIfConfigured(): Promise<void> {
  const { record } = readConfig();
  if (!record || !isArchiving()) return;
  // Only servers that record load it.
  const { recorder } = await import('./recorder');
  await recorder().pass(record, new AbortController().signal);
}
