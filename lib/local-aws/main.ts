import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { MovableClock, SettableClock, systemClock } from './clock';
import { runImport } from './deadline/import/command';
import { type LocalAws, startLocalAws } from './server';
import { operations } from './services';
import { reservedFarmIds } from './world';

const USAGE = `Usage: npm run local-aws -- [options]
       npm run local-aws -- import-sessions FILE [options]   (see import-sessions --help)

  --port N       port (default 4599; 0 for any free one)
  --or-next      the next free port when that one is in use
  --host ADDRESS address to listen on (default 127.0.0.1, only this machine). There is no authentication: anyone who
                 reaches the port can read and write everything
  --data DIR     data folder (default .triptych)
  --no-sample    leave out the generated sample data
  --now INSTANT  stop the clock at this ISO 8601 instant, for tests
  --admin        serve the path that sets the clock, injects faults and counts calls, for tests
  --operations   list the served operations, then exit
  --help`;

type Settings = {
  host?: string;
  port: number;
  orNext: boolean;
  folder: string;
  sample: boolean;
  admin: boolean;
  now?: number;
};

/** Parses the command line: settings, or the text that an option asks for. Throws a sentence on a bad option. */
export function parseSettings(args: string[]): Settings | string {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4599' },
      'or-next': { type: 'boolean', default: false },
      host: { type: 'string' },
      data: { type: 'string', default: '.triptych' },
      'no-sample': { type: 'boolean', default: false },
      now: { type: 'string' },
      admin: { type: 'boolean', default: false },
      operations: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.operations) return operationRows();
  if (values.help) return USAGE;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('--port takes a number from 0 to 65535.');
  const now = values.now === undefined ? undefined : Date.parse(values.now);
  if (Number.isNaN(now)) throw new Error('--now takes an instant such as 2026-11-24T14:32:10Z.');
  if (values.host !== undefined && isIP(values.host) === 0)
    throw new Error('--host takes an IP address, such as 0.0.0.0.');
  if (values.host !== undefined && values.admin)
    throw new Error('--admin is for this machine only: leave --host out.');
  return {
    ...{ port, orNext: values['or-next'], folder: resolve(values.data) },
    ...{ sample: !values['no-sample'], admin: values.admin },
    ...(values.host !== undefined && { host: values.host }),
    ...(now !== undefined && { now }),
  };
}

/** The operations as rows of a Markdown table. */
const operationRows = () =>
  operations.map(({ name, method, path }) => `| ${name} | \`${method} ${path}\` |`).join('\n');

/**
 * The local-aws command: serves until SIGTERM, SIGINT or the end of the process that forked it. That process can send
 * `{ watch: url }` to start the real canary on the dashboard at this URL.
 */
export async function runLocalAws(args: string[]): Promise<void> {
  try {
    if (args[0] === 'import-sessions') {
      const { text, isComplete } = await runImport(args.slice(1), reservedFarmIds);
      console.log(text);
      process.exitCode = isComplete ? 0 : 1;
      return;
    }
    const settings = parseSettings(args);
    if (typeof settings === 'string') {
      console.log(settings);
      return;
    }
    const { now, ...options } = settings;
    const running = settings.admin ? new MovableClock() : systemClock;
    const clock = now === undefined ? running : new SettableClock(now);
    const server = await startLocalAws({ ...options, clock });
    console.log(`local-aws listening on ${server.url}`);
    serveUntilStopped(server);
  } catch (error) {
    console.error(`local-aws: ${sentenceOf(error)}`);
    process.exitCode = 1;
    process.disconnect?.();
  }
}

function serveUntilStopped(server: LocalAws): void {
  let isClosing = false;
  const close = async () => {
    if (isClosing) return;
    isClosing = true;
    await server.close();
    process.exit(0);
  };
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(event, close);
  process.on('message', (message: { watch?: string }) => {
    if (message.watch) server.world.canaries.watch(message.watch).catch(logWatchError);
  });
}

/** Everything else is served even when the real canary can't start. */
function logWatchError(error: unknown): void {
  console.error(`local-aws: the dashboard's canary did not start: ${sentenceOf(error)}`);
}

const SYSTEM_ERRORS: Record<string, string> = {
  EADDRINUSE: 'That port is in use. Choose another with --port, or 0 for any free one.',
  EEXIST: 'The data folder is a file. Choose a folder with --data.',
  ENOTDIR: 'The path of the data folder leads through a file. Choose a folder with --data.',
  EACCES: 'The data folder isn’t writable. Change its permissions, or choose another with --data.',
  EROFS: 'The data folder is on a read-only disk. Choose another with --data.',
  ENOSPC: 'The disk of the data folder is full.',
};

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return SYSTEM_ERRORS[(error as NodeJS.ErrnoException).code ?? ''] ?? error.message;
}
