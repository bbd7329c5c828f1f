import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runs } from '@/lib/canary/runs-text';
import type { RunHistory } from '@/lib/canary/stream/collect-runs';
import { writeRuns } from '@/lib/canary/stream/run-chunk';
import type { RunsEvent } from '@/lib/canary/stream/run-event';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { askHistory } from './ask-history';
import { NO_CONNECTION } from './fetch-json';

let lines: RunsEvent[] = [];
const requests: string[] = [];
beforeEach(() => {
  requests.length = 0;
  vi.stubGlobal('fetch', async (path: string) => {
    requests.push(path);
    return new Response(lines.map((line) => JSON.stringify(line)).join('\n'));
  });
});
afterEach(() => vi.unstubAllGlobals());

const sent = (picture: string): RunsEvent => ({ type: 'runs', chunk: writeRuns(runs(picture)) });
const end: RunsEvent = {
  ...{ type: 'end', asOf: 1, knownFrom: null, completeFrom: null, runCount: 2, isCut: false, warnings: [] },
};
const ask = (known?: RunHistory, onRuns: (history: RunHistory) => void = () => undefined) =>
  askHistory(
    { name: 'login', runType: 'CANARY_RUN' },
    { from: 0, known, signal: new AbortController().signal, onRuns },
  );

/** The numbers of runs that are shown of lines that arrive a second apart, or at once if they have runs. */
async function shownOfSlow(all: readonly RunsEvent[]): Promise<number[]> {
  vi.useFakeTimers({ toFake: ['performance'] });
  const [rest, shown] = [[...all], [] as number[]];
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const line = rest.shift();
    if (!line) return controller.close();
    if (line.type === 'progress') vi.advanceTimersByTime(1000);
    controller.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`));
  };
  vi.stubGlobal('fetch', async () => new Response(new ReadableStream({ pull }, { highWaterMark: 0 })));
  await ask(undefined, ({ loaded }) => shown.push(loaded.runs.length));
  vi.useRealTimers();
  return shown;
}

describe('askHistory', () => {
  it('shows the runs read so far, and returns all', async () => {
    lines = [sent('. P'), { type: 'progress', runCount: 1, knownFrom: 5 * MINUTE }, sent('P'), end];
    const shown: number[] = [];
    const history = await ask(undefined, ({ loaded }) => shown.push(loaded.runs.length));
    expect(shown).toEqual([1]);
    expect([history.loaded.runs.length, history.answeredFrom, history.asOf]).toEqual([2, 0, 1]);
    expect(requests).toEqual(['/api/canaries/login/history?runType=CANARY_RUN&from=0']);
  });

  it('shows runs again once they are half as many again, or after some seconds', async () => {
    const progress: RunsEvent = { type: 'progress', runCount: 4, knownFrom: 0 };
    const waiting = Array.from({ length: 3 }, () => progress);
    expect(await shownOfSlow([sent('P P P P'), progress, ...waiting.slice(1), end])).toEqual([4]);
    expect(await shownOfSlow([sent('P P P P'), progress, ...waiting, end])).toEqual([4, 4]);
    expect(await shownOfSlow([sent('P P P P'), progress, sent('P P P P P P'), progress, end])).toEqual([
      4, 6,
    ]);
  });

  it('asks only for newer runs when the range is known', async () => {
    lines = [sent('P'), end];
    const picture = Array.from({ length: 20 }, () => 'P').join(' ');
    lines = [sent(picture), end];
    const known = await ask();
    lines = [sent(`${picture} P`), { ...end, knownFrom: 0 } as RunsEvent];
    const { loaded } = await ask(known);
    expect(loaded.runs).toHaveLength(21);
    expect(requests[1]).toContain(`after=${95 * MINUTE - HOUR}`);
  });

  it('does not show less than is known', async () => {
    lines = [sent('P P'), end];
    const known = { ...(await ask()), answeredFrom: undefined };
    lines = [sent('. P'), { type: 'progress', runCount: 1, knownFrom: 5 * MINUTE }, end];
    const onRuns = vi.fn();
    await ask(known, onRuns);
    expect(onRuns).not.toHaveBeenCalled();
  });

  it('rejects with the problem of a failure, and when the answer has no end', async () => {
    const problem = { code: 'X', message: 'No.', status: 404, retryable: false };
    lines = [sent('P'), { type: 'failed', problem }];
    await expect(ask()).rejects.toMatchObject({ problem });
    lines = [sent('P')];
    await expect(ask()).rejects.toMatchObject({ problem: { code: NO_CONNECTION } });
  });
});
