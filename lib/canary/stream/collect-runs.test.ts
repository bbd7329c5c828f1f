import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { runFigures } from '../figures';
import type { CanaryRun } from '../run';
import { RunSet } from '../run-set';
import { runs } from '../runs-text';
import { arbitraryRun } from './arbitrary-run-for-test';
import { RunCollector, type RunHistory } from './collect-runs';
import { writeRuns } from './run-chunk';
import type { RunsEvent } from './run-event';

const ids = ({ loaded }: RunHistory) => loaded.runs.map(({ id }) => id);
const end: Extract<RunsEvent, { type: 'end' }> = {
  ...{ type: 'end', asOf: 0, runCount: 0, isCut: false, warnings: [], knownFrom: null, completeFrom: null },
};
const collect = (pictures: string[], continued?: ConstructorParameters<typeof RunCollector>[0]) => {
  const collector = new RunCollector(continued);
  for (const picture of pictures) collector.add({ type: 'runs', chunk: writeRuns(runs(picture)) });
  return collector;
};

describe('RunCollector', () => {
  test('has each run once, in its newest state, newest first', () => {
    const { loaded } = collect(['. R', 'P .', '. P', '. R']).end(end, 0);
    expect(loaded.runs.map(({ id, state }) => [id, state])).toEqual([
      ['1-0', 'PASSED'],
      ['0-0', 'PASSED'],
    ]);
    expect(loaded.from).toBe(Number.NEGATIVE_INFINITY);
  });

  test('has only runs from where all are known', () => {
    const collector = collect(['P P P P']);
    expect(ids(collector.soFar)).toEqual([]);
    collector.add({ type: 'progress', runCount: 4, knownFrom: 10 * MINUTE });
    expect(ids(collector.soFar)).toEqual(['3-0', '2-0']);
    expect(collector.soFar.loaded.from).toBe(10 * MINUTE);
  });

  test('replaces the runs that it continues from an instant on', () => {
    const history = collect(['P R R']).end(end, 0);
    const collector = collect(['. P . F'], { history, after: 5 * MINUTE });
    expect(collector.soFar).toBe(history);
    const { loaded } = collector.end({ ...end, knownFrom: 5 * MINUTE }, 0);
    expect(loaded.runs.map(({ id, state }) => [id, state])).toEqual([
      ['3-0', 'FAILED'],
      ['1-0', 'PASSED'],
      ['0-0', 'PASSED'],
    ]);
    expect(loaded.from).toBe(Number.NEGATIVE_INFINITY);
  });

  test('knows both passed and failed runs as far back as the runs that it continues', () => {
    const history = collect(['P']).end({ ...end, completeFrom: MINUTE }, 0);
    const collector = () => collect(['. P'], { history, after: 5 * MINUTE });
    const touching = { ...end, knownFrom: 5 * MINUTE, completeFrom: 2 * MINUTE };
    expect(collector().end(touching, 0).loaded.completeFrom).toBe(MINUTE);
    const apart = { ...end, knownFrom: 6 * MINUTE, completeFrom: 2 * MINUTE };
    expect(collector().end(apart, 0).loaded.completeFrom).toBe(2 * MINUTE);
  });

  test('drops the runs that it continues if some between are unknown', () => {
    const history = collect(['P P']).end(end, 0);
    const { loaded } = collect(['. . . . P'], { history, after: 10 * MINUTE }).end(
      {
        ...end,
        knownFrom: 20 * MINUTE,
      },
      0,
    );
    expect([loaded.runs.map(({ id }) => id), loaded.from]).toEqual([['4-0'], 20 * MINUTE]);
  });
});

test('gives the same runs and figures however pages are cut, ordered, doubled or shifted', () => {
  const ended = arbitraryRun.map(
    (run): CanaryRun => (run.state === 'RUNNING' ? { ...run, state: 'FAILED' } : run),
  );
  const unique = fc.uniqueArray(ended, { maxLength: 30, selector: ({ id }) => id });
  fc.assert(
    fc.property(
      unique,
      fc.array(fc.nat(), { maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      (all, picks, size) => {
        const running = all.map((run) => ({ ...run, state: 'RUNNING' as const, completed: undefined }));
        // Every run once in its final state, and any number of times in any state and place.
        const sent = picks.flatMap((pick) =>
          all.length > 0 ? [(pick % 2 ? all : running)[pick % all.length] ?? []].flat() : [],
        );
        const mixed = [
          ...sent.slice(0, sent.length / 2),
          ...all.toReversed(),
          ...sent.slice(sent.length / 2),
        ];
        const collector = new RunCollector();
        for (let at = 0; at < mixed.length; at += size)
          collector.add({ type: 'runs', chunk: writeRuns(mixed.slice(at, at + size)) });
        const { loaded } = collector.end(end, 0);
        expect(loaded.runs).toEqual(new RunSet(all).newestFirst());
        const view = { span: { from: 1_700_000_000_000, to: 1_800_000_000_000 }, now: 1_800_000_000_000 };
        const once = { runs: new RunSet(all).newestFirst(), from: Number.NEGATIVE_INFINITY };
        expect(runFigures(loaded, undefined, 'CANARY_RUN', view)).toEqual(
          runFigures(once, undefined, 'CANARY_RUN', view),
        );
      },
    ),
  );
});
