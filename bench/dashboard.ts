import { join } from 'node:path';
import { localAwsSettings } from '@/bin/environment';
import { TEST_NOW } from '@/e2e/servers';
import { TriptychProcess } from '@/e2e/triptych-process';

/** Starts the built dashboard against another local-aws. By default it has no archive, so that each range is read from AWS. */
export async function startDashboard(
  folder: string,
  aws: string,
  archiveMib = 0,
): Promise<{ url: string; stop(): Promise<void> }> {
  const triptych = new TriptychProcess(['--aws', '--data', join(folder, 'dashboard')], {
    ...localAwsSettings(aws),
    TRIPTYCH_ARCHIVE_MIB: String(archiveMib),
    TRIPTYCH_NOW: TEST_NOW,
  });
  const url = await triptych.printed(/triptych listening on (http:\S+)/);
  return { url, stop: () => triptych.stop() };
}
