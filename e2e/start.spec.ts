import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { START_PORT, TEST_NOW } from './servers';
import { expect, test } from './test';
import { TriptychProcess } from './triptych-process';

const LISTENING = /triptych listening on (http:\S+)/;

// In series, because they look for free ports.
test.describe.configure({ mode: 'default' });

let triptych: TriptychProcess | undefined;
const start = (...args: string[]) => {
  triptych = new TriptychProcess(args);
  return triptych;
};

test.afterEach(() => triptych?.stop());

/** Pids of a process's children. */
const childrenOf = (pid: number): number[] =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)])
    .toString()
    .trim()
    .split(/\s+/)
    .map(Number)
    .filter((child) => child > 0);

const refusesConnections = (url: string) =>
  fetch(url).then(
    () => false,
    () => true,
  );

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`stops the dashboard and local-aws on ${signal}`, async () => {
    const running = start(
      '--data',
      test.info().outputPath('data'),
      '--now',
      TEST_NOW,
      '--port',
      String(START_PORT),
    );
    const localAws = await running.printed(/local-aws listening on (http:\S+)/);
    const url = await running.printed(LISTENING);
    expect((await fetch(url)).status).toBe(200);
    running.signal(signal);
    expect(await running.ended).toEqual({ status: 0, signal: null });
    expect(await refusesConnections(url)).toBe(true);
    expect(await refusesConnections(localAws)).toBe(true);
  });
}

test('stops the other server and exits with 1 when one dies', async () => {
  const running = start('--data', test.info().outputPath('data'), '--now', TEST_NOW);
  const localAws = await running.printed(/local-aws listening on (http:\S+)/);
  const url = await running.printed(LISTENING);
  const [first] = childrenOf(running.pid);
  process.kill(first ?? 0, 'SIGKILL');
  expect((await running.ended).status).toBe(1);
  expect(running.output).toContain('local-aws was terminated by SIGKILL');
  expect(await refusesConnections(url)).toBe(true);
  expect(await refusesConnections(localAws)).toBe(true);
});

test('ends the servers when the start command is killed', async () => {
  const running = start('--data', test.info().outputPath('data'), '--now', TEST_NOW);
  const localAws = await running.printed(/local-aws listening on (http:\S+)/);
  const url = await running.printed(LISTENING);
  running.signal('SIGKILL');
  await running.ended;
  await expect.poll(() => refusesConnections(url)).toBe(true);
  await expect.poll(() => refusesConnections(localAws)).toBe(true);
});

test('takes the next port if the default is taken, and reports a taken named port', async () => {
  const squatter = createServer().listen(3000, '127.0.0.1');
  await once(squatter, 'listening').catch(() => undefined);
  const running = start('--data', test.info().outputPath('data'), '--now', TEST_NOW);
  expect(await running.printed(LISTENING)).not.toBe('http://127.0.0.1:3000');
  await running.stop();

  const refused = start('--data', test.info().outputPath('data'), '--port', '3000');
  expect((await refused.ended).status).toBe(1);
  expect(refused.output).toContain('Port 3000 is taken.');
  squatter.close();
});

test('reports a bad option in one sentence, without a stack', async () => {
  const running = start('--port', 'eighty');
  expect((await running.ended).status).toBe(1);
  expect(running.output).toBe('triptych: A port is a number from 1 to 65535, not eighty.');
});

test('ends with the mistake in the configuration, before anything is built', async () => {
  const folder = test.info().outputPath('data');
  const file = test.info().outputPath('people.json');
  await writeFile(file, '{ "users": [{ "id": "a" }] }');
  triptych = new TriptychProcess(['--data', folder, '--now', TEST_NOW], { TRIPTYCH_CONFIG: file });
  expect((await triptych.ended).status).toBe(1);
  expect(triptych.output).toContain('people.json, line 1, column 13: users[0].name must be a text');
  expect(triptych.output).not.toMatch(LISTENING);
});
