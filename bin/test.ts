import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIRST_PORT } from '@/e2e/servers';
import { ensureBrowser } from './browser';
import { nextFreePort } from './ports';

type Count = { passed: number; failed: number };

const results = await mkdtemp(join(tmpdir(), 'triptych-test-'));

/** Runs an installed tool with its output shown; true when it succeeds. */
function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): boolean {
  console.log(`\n▸ ${command} ${args.join(' ')}`);
  return spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit', env }).status === 0;
}

const check = (hasPassed: boolean): Count => ({ passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1 });

/** Reads the counts from a report, and adds a failure when the runner failed without a failed test. */
async function countTests(hasPassed: boolean, file: string, count: (report: never) => Count): Promise<Count> {
  const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  const { passed, failed } = report === undefined ? { passed: 0, failed: 0 } : count(report as never);
  return { passed, failed: failed === 0 && !hasPassed ? 1 : failed };
}

function types(): Count {
  return check(run('next', ['typegen']) && run('tsc', ['--noEmit']));
}

function lint(): Count {
  return check(run('biome', ['ci', '--error-on-warnings']));
}

async function units(): Promise<Count> {
  const file = join(results, 'vitest.json');
  const hasPassed = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return countTests(hasPassed, file, (report: { numPassedTests: number; numFailedTests: number }) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  }));
}

async function browser(): Promise<Count> {
  const file = join(results, 'playwright.json');
  ensureBrowser();
  const env = {
    ...process.env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    TRIPTYCH_E2E_DATA: results,
    TRIPTYCH_E2E_PORT: String(await nextFreePort(FIRST_PORT)),
  };
  const hasPassed = run('tsx', ['bin/build.ts']) && run('playwright', ['test', '--reporter=list,json'], env);
  return countTests(
    hasPassed,
    file,
    ({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
    }),
  );
}

let total: Count = { passed: 0, failed: 0 };
for (const step of [types, lint, units, browser]) {
  const { passed, failed } = await Promise.resolve()
    .then(step)
    .catch((error: Error) => {
      console.error(error.message);
      return { passed: 0, failed: 1 };
    });
  total = { passed: total.passed + passed, failed: total.failed + failed };
}
await rm(results, { recursive: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
