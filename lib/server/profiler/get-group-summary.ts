import type { Answer } from '@/lib/answer/answer';
import { CallLimit } from '@/lib/answer/call-limit';
import { isNotFound, ProblemError } from '@/lib/answer/problem';
import { spanBefore } from '@/lib/profile/range/ended-span';
import type { GroupSummary, GroupSummaryRequest } from '@/lib/profile/view/group-summary';
import type { Hottest } from '@/lib/profile/view/hottest-function';
import { SECOND } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { processWide } from '../process-wide';
import { SharedCalls } from '../shared-calls';
import { emptyAnswer } from './empty-answer';
import { engine } from './engine/engine';
import { answerInfo } from './profile-answer-info';
import { queryEngine } from './query-engine';

/** Each loads two whole profiles, which must not push out those that somebody looks at. */
const MAX_SUMMARIES = 2;
/** More wait too long for any of them to be of use. */
const MAX_WAITING = 200;

const limit = () => processWide('group summaries', () => new CallLimit(MAX_SUMMARIES, MAX_WAITING));

/** Viewers of the same list share its summaries. */
const summaries = SharedCalls.named<Answer<GroupSummary>>('group summaries', {
  byGroup: true,
  ttlMs: 10 * SECOND,
  max: 500,
});

/**
 * The samples and the hottest function of a group in a range, with the same figures of the period before; an empty summary when
 * it has no profile in the range. Rejects with a ProblemError: not found for a group that doesn't exist, a throttled one when too
 * many others wait.
 */
export const getGroupSummary = (
  request: GroupSummaryRequest,
  signal?: AbortSignal,
): Promise<Answer<GroupSummary>> =>
  summaries.get(
    JSON.stringify([request.group, request.startTime, request.endTime]),
    (callSignal) =>
      limit().run(
        () =>
          load(request, callSignal).catch((error: unknown) =>
            emptyAnswer(error, request.group, emptySummary(request.group), callSignal),
          ),
        callSignal,
      ),
    signal,
  );

const emptySummary = (group: string): GroupSummary => ({
  group,
  isEmpty: true,
  preset: 'all',
  states: [],
  samples: 0,
});

async function load(
  { group, startTime, endTime }: GroupSummaryRequest,
  signal: AbortSignal | undefined,
): Promise<Answer<GroupSummary>> {
  const range = { from: startTime, to: endTime };
  const { hottest, info } = await read(group, range, signal);
  const warnings: string[] = [];
  let { incomplete } = info;
  const before = await read(group, spanBefore(range), signal, hottest).catch((error: unknown) => {
    if (!(error instanceof ProblemError) || signal?.aborted) throw error;
    if (isNotFound(error)) return undefined;
    warnings.push(`The period before could not be read. ${error.message}`);
    incomplete = error.problem;
    return undefined;
  });
  warnings.push(...(before?.info.warnings ?? []).map((warning) => `In the period before: ${warning}`));
  const data: GroupSummary = {
    group,
    ...hottest,
    ...(before && {
      before: {
        samples: before.hottest.samples,
        self: before.hottest.hottest?.self ?? 0,
        ...(before.info.coverage && { coverage: before.info.coverage }),
        ...(before.isIncomplete && { isPartial: true }),
      },
    }),
  };
  return {
    data,
    ...info,
    ...(incomplete && { incomplete }),
    asOf: Math.min(info.asOf, before?.info.asOf ?? info.asOf),
    partial: info.partial || warnings.length > 0,
    warnings: [...info.warnings, ...warnings],
  };
}

/** The hottest function of a range; with those of another range the same function in the same thread states. */
async function read(group: string, range: Span, signal: AbortSignal | undefined, like?: Hottest) {
  const request = { group, startTime: range.from, endTime: range.to };
  const { sides, output } = await queryEngine([{ request, range }], signal, ({ profile }) =>
    engine().run('hottest', { profile, preset: like?.preset, name: like?.hottest?.name }),
  );
  const isIncomplete = sides.some(({ parts }) => parts.failed.length > 0 || parts.leftOut !== undefined);
  return { hottest: output, info: answerInfo(sides), isIncomplete };
}
