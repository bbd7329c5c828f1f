import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { SettableClock } from '../../clock';
import { sampleCanaries } from './canaries';
import { runsOfDay } from './runs-of-day';
import { keepSampleArtifacts, writeSampleArtifacts } from './sample-artifacts';

const NOW = Date.UTC(2026, 10, 24, 14, 32, 10);

test('writes the artifacts of the newest failed runs, with the reason in their last step', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sample-artifacts-'));
  try {
    await writeSampleArtifacts(folder, NOW, new AbortController().signal);
    const today = Math.floor(NOW / DAY);
    const failed = sampleCanaries.flatMap(({ canary }, at) =>
      runsOfDay(sampleCanaries[at] as (typeof sampleCanaries)[number], today)
        .filter(({ testResult, started }) => testResult === 'FAILED' && started < NOW)
        .slice(-1)
        .map((run) => ({
          run,
          path: join(folder, 'artifacts', canary.runArtifactLocation?.(run.started) ?? ''),
        })),
    );
    expect(failed.length).toBeGreaterThan(1);
    for (const { run, path } of failed) {
      const report = JSON.parse(await readFile(join(path, 'SyntheticsReport-FAILED.json'), 'utf8'));
      expect(report.steps.at(-1)).toMatchObject({ status: 'FAILED', failureReason: run.stateReason });
      expect(await readdir(path)).toEqual(expect.arrayContaining(['01-step.png', 'results.har', 'run.log']));
      expect((await readFile(join(path, '01-step.png'))).subarray(1, 4).toString()).toBe('PNG');
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('writes them again before the newest runs have none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sample-artifacts-'));
  const clock = new SettableClock(NOW);
  const closing = new AbortController();
  try {
    const wait = async (ms: number) => {
      if (clock.now() >= NOW + 2 * DAY) closing.abort();
      else clock.set(clock.now() + 4 * ms);
    };
    await keepSampleArtifacts({ folder, clock, wait }, closing.signal);
    const newest = sampleCanaries.flatMap((sample) =>
      runsOfDay(sample, Math.floor((NOW + 2 * DAY) / DAY))
        .filter(({ testResult, started }) => testResult === 'FAILED' && started < NOW + 2 * DAY)
        .slice(-1)
        .map(({ started }) => join(folder, 'artifacts', sample.canary.runArtifactLocation?.(started) ?? '')),
    );
    expect(newest.length).toBeGreaterThan(0);
    for (const path of newest) expect(await readdir(path)).toContain('run.log');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
