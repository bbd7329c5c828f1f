import { CallLimit } from '@/lib/answer/call-limit';
import { STRIP_PERIODS, type StripPeriod } from '@/lib/profile/range/profile-periods';
import type { StateSamples } from '@/lib/profile/tree/states';
import { MINUTE, SECOND } from '@/lib/time/duration';
import { exactNow } from '../../clock';
import { processWide } from '../../process-wide';
import { SharedCalls } from '../../shared-calls';
import { engine } from '../engine/engine';
import { fetchDecoded } from '../fetch-decoded';
import { isSettledSpan } from '../settled';
import { archiveSamples, blockOf, type SampleBlock } from './sample-blocks';

/** More calls at a time would delay those for a profile that somebody waits for, and AWS would throttle them. */
const MAX_CALLS = 4;
/** Profiles that wait for their turn, those of several large pages. More would wait too long to be of use. */
const MAX_WAITING = 4000;

/** Maximum number of profiles whose samples are in memory, with some 300 bytes each. */
const MAX_CACHED = 20_000;

/** A profile, and the archived block that it may be in, which is read only when it is needed. */
type WantedSamples = {
  group: string;
  period: StripPeriod;
  start: number;
  archived(): Promise<SampleBlock | undefined>;
};

/** Samples of a whole profile by thread state; `asOf` is when AWS gave them, epoch milliseconds. */
type LoadedSamples = { states: StateSamples[]; asOf: number; isSettled: boolean };

const samples = SharedCalls.named<LoadedSamples>('profile samples', {
  byGroup: true,
  ttlMs: ({ isSettled }) => (isSettled ? 10 * MINUTE : 30 * SECOND),
  max: MAX_CACHED,
});

const callLimit = () => processWide('profile samples limit', () => new CallLimit(MAX_CALLS, MAX_WAITING));

/** The samples of one aggregated profile: from memory, the archive or AWS. Rejects with a ProblemError. */
export const loadSamples = (wanted: WantedSamples, signal?: AbortSignal): Promise<LoadedSamples> =>
  samples.get(
    JSON.stringify([wanted.group, wanted.period, wanted.start]),
    (callSignal) => load(wanted, callSignal),
    signal,
  );

async function load(wanted: WantedSamples, signal: AbortSignal): Promise<LoadedSamples> {
  const { group, period, start } = wanted;
  const span = { from: start, to: start + STRIP_PERIODS[period] };
  const block = isSettledSpan(span, exactNow()) ? await wanted.archived() : undefined;
  const known = block?.profiles.find((each) => each.start === start);
  if (block && known) return { states: known.states, asOf: block.asOf, isSettled: true };
  return callLimit().run(async () => {
    const asOf = exactNow();
    // [?] AWS adds what it cuts off to the frame above, so one frame is enough for the samples of a whole profile.
    const request = { group, startTime: span.from, endTime: span.to, maxDepth: 1 };
    const { states } = await fetchDecoded(request, signal, (bytes, transferable) =>
      engine().run('samples', { bytes }, transferable),
    );
    const isSettled = isSettledSpan(span, asOf);
    if (isSettled)
      await archiveSamples({ group, period, block: blockOf(period, start) }, asOf, { start, states });
    return { states, asOf, isSettled };
  }, signal);
}
