import { join } from 'node:path';
import { buildDashboard, DASHBOARD_SERVER } from './build';
import { Child } from './child';
import { awsEnvironment, localEnvironment } from './environment';
import { isFree, listening, nextFreePort } from './ports';
import { parseStartSettings, type StartSettings, USAGE } from './start-settings';

const START_LIMIT_MS = 60_000;

const children: Child[] = [];
const stopping = new AbortController();

/** Stops the children, the last started first, then ends with a status. Later calls wait for nothing. */
async function end(status: number): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
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

async function choosePort(named: number | undefined, usual: number): Promise<number> {
  if (named === undefined) return nextFreePort(usual);
  if (await isFree(named)) return named;
  throw new Error(`Port ${named} is taken. Name another with --port, or none for the next free one.`);
}

async function startLocalAws(settings: StartSettings): Promise<{ child: Child; url: string }> {
  const port = await choosePort(settings.localAwsPort, 4599);
  const args = ['--port', String(port), '--data', settings.data];
  if (!settings.sample) args.push('--no-sample');
  if (settings.now) args.push('--now', settings.now);
  if (settings.admin) args.push('--admin');
  return new Promise((resolve) => {
    const child = start(
      new Child(
        'local-aws',
        ['--import', 'tsx', join(import.meta.dirname, 'local-aws.ts'), ...args],
        process.env,
        (line) => {
          console.log(line);
          const url = /^local-aws listening on (\S+)$/.exec(line)?.[1];
          if (url) resolve({ child, url });
        },
      ),
    );
  });
}

async function startDashboard(port: number, env: NodeJS.ProcessEnv): Promise<string> {
  const preload = join(import.meta.dirname, 'end-with-parent.mjs');
  start(new Child('the dashboard', ['--import', preload, DASHBOARD_SERVER], env));
  await listening(port, START_LIMIT_MS, stopping.signal);
  return `http://127.0.0.1:${port}`;
}

async function main(): Promise<void> {
  const settings = parseStartSettings(process.argv.slice(2));
  if (!settings) {
    console.log(USAGE);
    return;
  }
  const port = await choosePort(settings.port, 3000);
  await buildDashboard();
  if (settings.aws) {
    console.log(`triptych listening on ${await startDashboard(port, awsEnvironment(process.env, port))}`);
    return;
  }
  const localAws = await startLocalAws(settings);
  const url = await startDashboard(port, localEnvironment(process.env, port, localAws.url, settings));
  // With a clock that stands still nothing live is recorded: tests see the same data at every run.
  if (!settings.now) localAws.child.send({ watch: url });
  console.log(`triptych listening on ${url}`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0));
main().catch((error: Error) => {
  if (stopping.signal.aborted) return;
  console.error(`triptych: ${error.message}`);
  void end(1);
});
