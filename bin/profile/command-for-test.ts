import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Runs the profile command like `npm run profile`. */
export async function profileCommand(args: string[]) {
  const file = join(import.meta.dirname, '..', 'profile.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args]);
  const [out, error, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { out, error: error.trim(), status };
}
