import type { Answer } from '@/lib/answer/answer';
import { CallLimit } from '@/lib/answer/call-limit';
import { isNotFound, ProblemError } from '@/lib/answer/problem';
import { spanBefore } from '@/lib/profile/range/ended-span';
import type { GroupSummary, GroupSummaryRequest } from '@/lib/profile/view/group-summary';
import type { Hottest } from '@/lib/profile/view/hottest-function';
import type { Span } from '@/lib/time/range';
import { processWide } from '../process-wide';
import { engine } from './engine/engine';
import { answerInfo } from './profile-answer-info';
import { queryEngine } from './query-engine';

/** Each loads two whole profiles, which must not push out those that somebody looks at. */
const MAX_SUMMARIES = 2;

const limit = () => processWide('group summaries', () => new CallLimit(MAX_SUMMARIES));

/** The samples and the hottest function of a group in a range, with the same figures of the period before. Rejects with a ProblemError. */
export const getGroupSummary = (
  request: GroupSummaryRequest,
  signal?: AbortSignal,
): Promise<Answer<GroupSummary>> => limit().run(() => load(request, signal), signal);

async function load(
  { group, startTime, endTime }: GroupSummaryRequest,
  signal: AbortSignal | undefined,
): Promise<Answer<GroupSummary>> {
  const range = { from: startTime, to: endTime };
  const { hottest, info } = await read(group, range, signal);
  const warnings: string[] = [];
  const before = await read(group, spanBefore(range), signal, hottest).catch((error: unknown) => {
    if (!(error instanceof ProblemError) || signal?.aborted) throw error;
    if (!isNotFound(error)) warnings.push(`The period before could not be read. ${error.message}`);
    return undefined;
  });
  const data: GroupSummary = {
    group,
    ...hottest,
    ...(before && {
      before: {
        samples: before.hottest.samples,
        self: before.hottest.hottest?.self ?? 0,
        ...(before.info.coverage && { coverage: before.info.coverage }),
      },
    }),
  };
  return {
    data,
    ...info,
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
  return { hottest: output, info: answerInfo(sides) };
}
