import { readFile, stat } from 'node:fs/promises';
import { isTooLarge } from '@/lib/profile/import/refusals';
import { MAX_FILE_BYTES } from '@/lib/profile/import/unzip';
import { postPush } from '@/lib/push/post-push';
import { preparePush } from '@/lib/push/prepare-push';
import { PushRefused } from '@/lib/push/push-refused';
import type { Command } from './command';
import { pushReport } from './push-report';
import { pushSettings } from './push-settings';

/** Posts another profiler's file to a profiling group, which it creates if necessary. */
export const push: Command = async (args, environment) => {
  const { file, group, endpoint, at, options } = pushSettings(args, environment);
  const bytes = await readWhole(file);
  const prepared = preparePush(
    { bytes, file, options, surface: 'command', ...(at !== undefined && { at }) },
    Date.now(),
  );
  return pushReport(await postPush(endpoint, group, prepared));
};

async function readWhole(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new Error(`There is no file ${file}.`);
  if (!found.isFile()) throw new Error(`${file} is not a file.`);
  if (found.size > MAX_FILE_BYTES) {
    throw new PushRefused(file, isTooLarge(MAX_FILE_BYTES));
  }
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} can't be read (${error.code}).`);
  });
}
