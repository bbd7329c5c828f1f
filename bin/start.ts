import { join } from 'node:path';
import { refuseOpenAddress, signInSettings } from '@/lib/server/access/sign-in-settings';
import { readConfigFile } from '@/lib/server/config/read-config';
import { buildDashboard, DASHBOARD_SERVER } from './build';
import { Child } from './child';
import { awsEnvironment, localEnvironment } from './environment';
import { checkBundle, openBundle } from './open-bundle';
import { isFree, nextFreePort, waitForAnswer } from './ports';
import { readableLog } from './readable-log';
import { parseStartSettings, type StartSettings, USAGE } from './start-settings';

const START_TIMEOUT_MS = 60_000;

const children: Child[] = [];
const stopping = new AbortController();
let build: Promise<void> | undefined;
/** Stopping before everything runs is not a success. */
let isStarted = false;

/**
 * Stops the build and the children in reverse order, then exits. Only the first call has an effect.
 * The dashboard first ends what it is answering.
 */
async function end(status: number): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  await build?.catch(() => undefined);
  for (const child of children.reverse()) await child.stop();
  process.exit(status);
}

function start(child: Child): Child {
  children.push(child);
  void child.ended.then((how) => {
    if (stopping.signal.aborted) return;
    console.error(`triptych: ${child.name} ${how}. Stopping everything.`);
    void end(1);
  });
  return child;
}

/** Returns the requested port, or the first free one from the default. Throws a sentence when the requested one is taken. */
async function choosePort(
  requested: number | undefined,
  defaultPort: number,
  option: string,
  host?: string,
): Promise<number> {
  if (requested === undefined) return nextFreePort(defaultPort, host);
  if (await isFree(requested, host)) return requested;
  throw portTaken(requested, option);
}

const portTaken = (port: number, option: string) =>
  new Error(`Port ${port} is taken. Choose another one, or omit ${option} to use a free one.`);

async function startLocalAws(settings: StartSettings): Promise<{ child: Child; url: string }> {
  const { localAwsPort: port } = settings;
  if (port !== undefined && !(await isFree(port))) throw portTaken(port, '--local-aws-port');
  const args = ['--data', settings.data, ...(port === undefined ? ['--or-next'] : ['--port', String(port)])];
  if (!settings.sample) args.push('--no-sample');
  if (settings.now) args.push('--now', settings.now);
  if (settings.admin) args.push('--admin');
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(
      () => reject(new Error(`local-aws did not start within ${START_TIMEOUT_MS / 1000} seconds.`)),
      START_TIMEOUT_MS,
    );
    const child = start(
      new Child(
        'local-aws',
        ['--import', 'tsx', join(import.meta.dirname, 'local-aws.ts'), ...args],
        process.env,
        (line) => {
          console.log(line);
          const url = /^local-aws listening on (\S+)$/.exec(line)?.[1];
          if (!url) return;
          clearTimeout(timeout);
          resolve({ child, url });
        },
      ),
    );
  });
}

async function startDashboard(
  port: number,
  host: string,
  environment: (own: NodeJS.ProcessEnv, port: number) => NodeJS.ProcessEnv,
): Promise<string> {
  const preload = join(import.meta.dirname, 'end-with-parent.mjs');
  start(
    new Child(
      'the dashboard',
      ['--import', preload, DASHBOARD_SERVER],
      environment(process.env, port),
      showLog(process.env.TRIPTYCH_LOG_LEVEL),
    ),
  );
  await waitForAnswer(addressOf(reachable(host), port), START_TIMEOUT_MS, stopping.signal);
  return addressOf(host, port);
}

const addressOf = (host: string, port: number) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** An address at which a server answers that listens on this one, which may stand for all. */
const reachable = (host: string) => ({ '0.0.0.0': '127.0.0.1', '::': '::1' })[host] ?? host;

/**
 * Shows the dashboard's log: as sentences what a person should know, or, if a level is asked for, the lines themselves. Those of the
 * audit log are always shown.
 */
function showLog(level: string | undefined): (line: string) => void {
  if (level?.trim()) return (line) => line.startsWith('{') && console.log(line);
  const readable = readableLog(() => performance.now());
  return (line) => {
    if (line.startsWith('{"audit":true,')) return console.log(line);
    const sentence = readable(line);
    if (sentence !== undefined) console.error(sentence);
  };
}

async function main(): Promise<void> {
  const settings = parseStartSettings(process.argv.slice(2));
  if (!settings) {
    console.log(USAGE);
    return;
  }
  const choose = () => choosePort(settings.port, 3000, '--port', settings.host);
  // Also checked before the build, to report a mistake in the configuration, a taken port or a bad file at once.
  readConfigFile(process.env.TRIPTYCH_CONFIG?.trim() || undefined);
  refuseOpenAddress(settings.host);
  if (settings.open !== undefined && signInSettings().mode !== 'none')
    throw new Error(
      '“open FILE” can’t sign in. Start without it, and open the file on the page of shared links.',
    );
  await choose();
  if (settings.open !== undefined) await checkBundle(settings.open);
  build = buildDashboard(stopping.signal);
  await build;
  const url = settings.aws
    ? await startDashboard(await choose(), settings.host, (own, port) => awsEnvironment(own, port, settings))
    : await startBoth(settings, choose);
  console.log(`triptych listening on ${url}`);
  if (settings.open !== undefined) console.log(await openBundle(url, settings.open));
  isStarted = true;
}

async function startBoth(settings: StartSettings, choose: () => Promise<number>): Promise<string> {
  const localAws = await startLocalAws(settings);
  const url = await startDashboard(await choose(), settings.host, (own, port) =>
    localEnvironment(own, port, localAws.url, settings),
  );
  // With a frozen clock nothing live is recorded, so that tests always see the same data. The canary can’t sign in.
  if (!settings.now && signInSettings().mode === 'none') localAws.child.send({ watch: url });
  return url;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(isStarted ? 0 : 1));
main().catch((error: Error) => {
  if (stopping.signal.aborted) return;
  console.error(`triptych: ${error.message}`);
  void end(1);
});
