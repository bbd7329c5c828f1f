import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const COMMAND = join(import.meta.dirname, '../../bin/local-aws.ts');

export type Child = {
  url: string;
  /** Everything that it wrote to standard error. */
  errors(): string;
  /** Sends a signal; resolves when the process has exited. */
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

/**
 * Starts local-aws as a separate process on a free port, its clock stopped at `now`. `limits` is a shell command that runs
 * before it, such as `ulimit -f 100`. Rejects with its standard error when it doesn't start.
 */
export async function startChild(folder: string, now: number, limits?: string): Promise<Child> {
  const args = ['--import', 'tsx', COMMAND, '--port', '0', '--data', folder, '--no-sample'];
  const command = [process.execPath, ...args, '--now', new Date(now).toISOString()];
  const [file = '', ...rest] = limits ? ['sh', '-c', `${limits}; exec "$@"`, 'sh', ...command] : command;
  const child = spawn(file, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /listening on (\S+)/.exec(line) ?? [];
    if (url) return { url, errors: () => errors, kill: (signal) => kill(child, exited, signal) };
  }
  await exited;
  throw new Error(`local-aws did not start: ${errors}`);
}

async function kill(child: ChildProcess, exited: Promise<unknown>, signal: 'SIGTERM' | 'SIGKILL') {
  child.kill(signal);
  await exited;
}
