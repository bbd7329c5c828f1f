import type { AnswerInfo, Coverage, Warning } from '@/lib/answer/answer';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { utcSpan } from './format-utc';
import type { Side } from './query-engine';

/** AWS never splits its smallest profile, so up to this much is missing at each end of any range. */
const SMALLEST_PROFILE = 5 * MINUTE;

/** What the answer about one or more profiles covers: of the others than the first only the warnings, marked as such. */
export function answerInfo(sides: readonly Side[]): AnswerInfo {
  const infos = sides.map(sideInfo);
  const [own, ...others] = infos;
  const incomplete = infos.find((info) => info.incomplete)?.incomplete;
  return {
    ...(own?.coverage && { coverage: own.coverage }),
    ...(incomplete && { incomplete }),
    asOf: Math.min(...infos.map(({ asOf }) => asOf)),
    partial: infos.some(({ partial }) => partial),
    warnings: [
      ...(own?.warnings ?? []),
      ...others.flatMap(({ warnings }) => warnings.map((warning) => `Baseline: ${warning}`)),
    ],
  };
}

function sideInfo({ range, parts: { loaded, failed, recorded, leftOut } }: Side): AnswerInfo {
  const covered = coverageOf(loaded, range, recorded.length > 0);
  const passing = failed.find(({ problem }) => problem.problem.retryable);
  return {
    ...covered,
    ...(passing && { incomplete: passing.problem.problem }),
    asOf: Math.min(...loaded.map(({ asOf }) => asOf)),
    partial: covered.partial || failed.length > 0 || leftOut !== undefined,
    warnings: [
      ...failed.map(
        ({ span, problem }) =>
          `${utcSpan(span)} could not be loaded and is not in this profile. ${problem.message}`,
      ),
      ...recorded.map(
        (span) => `${utcSpan(span)} is put together from recorded hours, because AWS keeps less of it.`,
      ),
      ...(leftOut ? [`Only the newest 35 days are shown, not ${utcSpan(leftOut)}.`] : []),
      ...covered.warnings,
    ],
  };
}

/** What profiles cover together of the requested range, with warnings when that is clearly less. */
function coverageOf(
  profiles: readonly { start?: number; end?: number }[],
  requested: Coverage | undefined,
  isRecorded: boolean,
): Pick<AnswerInfo, 'coverage' | 'partial' | 'warnings'> {
  const spans = profiles
    .flatMap(({ start, end }) =>
      start === undefined || end === undefined || end < start ? [] : [{ from: start, to: end }],
    )
    .toSorted((a, b) => a.from - b.from);
  const [first] = spans;
  if (!first || spans.length < profiles.length) {
    return { partial: false, warnings: ['AWS does not report which time this profile covers.'] };
  }
  const coverage = { from: first.from, to: Math.max(...spans.map(({ to }) => to)) };
  const isShort =
    requested !== undefined &&
    (coverage.from - requested.from > SMALLEST_PROFILE || requested.to - coverage.to > SMALLEST_PROFILE);
  const short = `${isRecorded ? 'There are' : 'AWS has'} profiles only from ${utcSpan(coverage)}, not for the whole requested range.`;
  // A profile may begin and end minutes after its hour.
  const gaps = gapsIn(spans, isRecorded ? HOUR / 2 : HOUR);
  return {
    coverage,
    partial: isShort || gaps.length > 0,
    warnings: [...(isShort ? [short] : []), ...gaps],
  };
}

/** A sentence for each longer gap between spans in order. */
function gapsIn(spans: readonly Coverage[], maxMs: number): Warning[] {
  const sentences: Warning[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const { from, to } of spans) {
    if (from - end > maxMs)
      sentences.push(`This profile has no data from ${utcSpan({ from: end, to: from })}.`);
    end = end === Number.POSITIVE_INFINITY ? to : Math.max(end, to);
  }
  return sentences;
}
