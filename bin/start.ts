import { join } from 'node:path';
import { buildDashboard, DASHBOARD_SERVER } from './build';
import { Child } from './child';
import { awsEnvironment, localEnvironment } from './environment';
import { isFree, listening, nextFreePort } from './ports';
import { parseStartSettings, type StartSettings, USAGE } from './start-settings';

const START_LIMIT_MS = 60_000;

const children: Child[] = [];
const stopping = new AbortController();
let building: Promise<void> | undefined;
/** A stop before everything ran is not a success. */
let started = false;

/** Stops the build and the children, the last started first, then ends with a status. The first call counts. */
async function end(status: number): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  await building?.catch(() => undefined);
  for (const child of children.reverse()) await child.stop();
  process.exit(status);
}

function start(child: Child): Child {
  children.push(child);
  void child.ended.then((how) => {
    if (stopping.signal.aborted) return;
    console.error(`triptych: ${child.name} ${how}; everything is stopped.`);
    void end(1);
  });
  return child;
}

/** The port that the user named with an option, or the usual one or the next free one. */
async function choosePort(named: number | undefined, usual: number, option: string): Promise<number> {
  if (named === undefined) return nextFreePort(usual);
  if (await isFree(named)) return named;
  throw new Error(`Port ${named} is taken. Name another with ${option}, or none for the next free one.`);
}

async function startLocalAws(settings: StartSettings): Promise<{ child: Child; url: string }> {
  const port = await choosePort(settings.localAwsPort, 4599, '--local-aws-port');
  const args = ['--port', String(port), '--data', settings.data];
  if (!settings.sample) args.push('--no-sample');
  if (settings.now) args.push('--now', settings.now);
  if (settings.admin) args.push('--admin');
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`local-aws does not answer after ${START_LIMIT_MS / 1000} s.`)),
      START_LIMIT_MS,
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
          clearTimeout(late);
          resolve({ child, url });
        },
      ),
    );
  });
}

async function startDashboard(
  port: number,
  environment: (own: NodeJS.ProcessEnv, port: number) => NodeJS.ProcessEnv,
): Promise<string> {
  const preload = join(import.meta.dirname, 'end-with-parent.mjs');
  start(new Child('the dashboard', ['--import', preload, DASHBOARD_SERVER], environment(process.env, port)));
  await listening(port, START_LIMIT_MS, stopping.signal);
  return `http://127.0.0.1:${port}`;
}

async function main(): Promise<void> {
  const settings = parseStartSettings(process.argv.slice(2));
  if (!settings) {
    console.log(USAGE);
    return;
  }
  const choose = () => choosePort(settings.port, 3000, '--port');
  // Asked before the build too, so that a taken port is told at once.
  await choose();
  building = buildDashboard(stopping.signal);
  await building;
  const url = settings.aws
    ? await startDashboard(await choose(), (own, port) => awsEnvironment(own, port, settings))
    : await startBoth(settings, choose);
  console.log(`triptych listening on ${url}`);
  started = true;
}

async function startBoth(settings: StartSettings, choose: () => Promise<number>): Promise<string> {
  const localAws = await startLocalAws(settings);
  const url = await startDashboard(await choose(), (own, port) =>
    localEnvironment(own, port, localAws.url, settings),
  );
  // With a clock that stands still nothing live is recorded: tests see the same data at every run.
  if (!settings.now) localAws.child.send({ watch: url });
  return url;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(started ? 0 : 1));
main().catch((error: Error) => {
  if (stopping.signal.aborted) return;
  console.error(`triptych: ${error.message}`);
  void end(1);
});
