import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CanaryRun } from '@/lib/canary/run';
import { DAY } from '@/lib/time/duration';
import type { Clock } from '../../clock';
import { sampleCanaries } from './canaries';
import { runFiles } from './run-files';
import { runsOfDay } from './runs-of-day';
import { SAMPLE_BUCKET, type SampleCanary } from './sample-canary';

/** Runs of one canary that get artifacts; more would only fill the disk. */
const MAX_RUNS = 60;

/**
 * Writes the artifacts of failed sample runs, and of the success before each, in place of those of an earlier start: the newest of the
 * day before `now` and those of the day after it, which local-aws lists when their time has come. Stops when the signal aborts.
 */
export async function writeSampleArtifacts(folder: string, now: number, signal: AbortSignal): Promise<void> {
  const artifacts = join(folder, 'artifacts');
  await rm(join(artifacts, SAMPLE_BUCKET), { recursive: true, force: true });
  for (const sample of sampleCanaries) {
    for (const run of runsWithArtifacts(sample, now)) {
      if (signal.aborted) return;
      await writeRun(join(artifacts, sample.canary.runArtifactLocation?.(run.started) ?? ''), run, sample);
    }
  }
}

/** Half of the time that is written ahead. */
const RENEWED_EVERY_MS = DAY / 2;

type Keeping = { folder: string; clock: Clock; wait: (ms: number, signal: AbortSignal) => Promise<unknown> };

/** Writes the artifacts of sample runs, and again before the newest runs have none, until the signal aborts. */
export async function keepSampleArtifacts(
  { folder, clock, wait }: Keeping,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await writeSampleArtifacts(folder, clock.now(), signal);
    await wait(RENEWED_EVERY_MS, signal);
  }
}

/** Those whose artifacts were lost have none. */
function runsWithArtifacts(sample: SampleCanary, now: number): CanaryRun[] {
  const today = Math.floor(now / DAY);
  const runs = [-1, 0, 1]
    .flatMap((days) => runsOfDay(sample, today + days))
    .filter(({ started }) => Math.abs(started - now) <= DAY)
    .sort((a, b) => a.started - b.started);
  const chosen = runs.filter(
    (run, at) =>
      run.testResult === 'FAILED' || (run.state === 'PASSED' && runs[at + 1]?.testResult === 'FAILED'),
  );
  const before = chosen.filter(({ started }) => started < now);
  return [...before.slice(-MAX_RUNS), ...chosen.slice(before.length, before.length + MAX_RUNS)];
}

async function writeRun(path: string, run: CanaryRun, sample: SampleCanary): Promise<void> {
  await mkdir(path, { recursive: true });
  for (const [name, content] of runFiles(run, sample)) await writeFile(join(path, name), content);
}
