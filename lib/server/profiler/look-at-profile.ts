import type { Answer, Warning } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';
import type { ComparedView, ProfileAsk, ProfileFunctions, ProfileView } from '@/lib/profile/view/view';
import type { ProfileCompareAsk, ProfileFunctionsAsk, ProfileViewAsk } from '@/lib/queries/profile';
import { unknownProblem } from '../aws/problem';
import { untilAborted } from '../shared-calls';
import { engine } from './engine/engine';
import type { Held } from './engine/messages';
import { forgetParts, type HeldParts, holdParts } from './held-parts';
import { coverageOf } from './profile-coverage';
import { rangeOfAsk } from './requested-range';
import { utcSpan } from './utc-words';

/** A profile cut to the frames that `width` pixels can show, with figures of all its frames. Rejects with a ProblemError. */
export async function getProfileView(
  ask: ProfileViewAsk,
  signal?: AbortSignal,
): Promise<Answer<ProfileView>> {
  const { group, choice } = parted(ask);
  const { sides, answer } = await lookAt([ask], signal, ([held = NOTHING]) =>
    engine().ask('view', { held, choice }),
  );
  return { data: { group, ...answer }, ...saidOf(sides) };
}

/** The functions of a profile, or of its frame in focus. Rejects with a ProblemError. */
export async function getProfileFunctions(
  ask: ProfileFunctionsAsk,
  signal?: AbortSignal,
): Promise<Answer<ProfileFunctions>> {
  const { group, choice } = parted(ask);
  const { sides, answer } = await lookAt([ask], signal, ([held = NOTHING]) =>
    engine().ask('functions', { held, choice }),
  );
  return { data: { group, ...answer }, ...saidOf(sides) };
}

/** Two profiles as one tree; `coverage` is that of the comparison. Rejects with a ProblemError. */
export async function getComparedView(
  { baseline: before, unit, chance, ...ask }: ProfileCompareAsk,
  signal?: AbortSignal,
): Promise<Answer<ComparedView>> {
  refuseBaseline(before);
  const { group, choice } = parted(ask);
  const { sides, answer } = await lookAt(
    [ask, { ...before, maxDepth: ask.maxDepth }],
    signal,
    ([comparison = NOTHING, baseline = NOTHING]) =>
      engine().ask('compare', {
        ...{ baseline, comparison, choice },
        compare: { unit, ...(chance && { chance }) },
      }),
  );
  return { data: { group, ...answer }, ...saidOf(sides) };
}

export const NOTHING: Held = { keys: [] };

/** What is wrong with the baseline is said of its own fields. */
function refuseBaseline(baseline: ProfileAsk): void {
  try {
    rangeOfAsk(baseline);
  } catch (error) {
    const { problem } = error instanceof ProblemError ? error : unknownProblem(error);
    const { field = 'period' } = problem;
    const name = `baseline${field[0]?.toUpperCase()}${field.slice(1)}`;
    throw new ProblemError({ ...problem, field: name, message: `Of the baseline: ${problem.message}` });
  }
}

/** What is looked at, without where it comes from. */
function parted<Ask extends ProfileAsk>(ask: Ask): { group: string; choice: Omit<Ask, keyof ProfileAsk> } {
  const { group, startTime: _start, endTime: _end, period: _period, maxDepth: _depth, ...choice } = ask;
  return { group, choice };
}

type Side = { ask: ProfileAsk; parts: HeldParts };

/** Has the engine answer about the profiles asked for; those that it doesn't hold (any more) it gets once more. */
export async function lookAt<Answered>(
  asks: readonly ProfileAsk[],
  signal: AbortSignal | undefined,
  answerTo: (held: readonly Held[]) => Promise<Answered | undefined>,
): Promise<{ sides: Side[]; answer: Answered }> {
  for (let round = 0; round < 2; round++) {
    const sides = await Promise.all(asks.map(async (ask) => ({ ask, parts: await holdParts(ask, signal) })));
    const held = sides.map(({ ask, parts }) => ({
      keys: parts.held.map(({ key }) => key),
      maxDepth: ask.maxDepth,
    }));
    const answer = await untilAborted(answerTo(held), signal);
    if (answer) return { sides, answer };
    for (const { parts } of sides) forgetParts(parts.held);
  }
  throw new ProblemError({
    code: 'ProfileTooLarge',
    message: 'This profile is larger than the dashboard can hold. A lower depth or a shorter range may fit.',
    status: 507,
    retryable: false,
  });
}

/** What is true of the first; of the others only the warnings, in words that say so. */
function saidOf([first, ...others]: readonly Side[]): Omit<Answer<never>, 'data'> {
  const said = [first, ...others].flatMap((side) => (side ? [sideSaid(side)] : []));
  const [own, ...rest] = said;
  return {
    ...(own?.coverage && { coverage: own.coverage }),
    asOf: Math.min(...said.map(({ asOf }) => asOf)),
    partial: said.some(({ partial }) => partial),
    warnings: [
      ...(own?.warnings ?? []),
      ...rest.flatMap(({ warnings }) => warnings.map((warning) => `Baseline: ${warning}`)),
    ],
  };
}

function sideSaid({ ask, parts: { held, failed, leftOut } }: Side): Omit<Answer<never>, 'data'> {
  const covered = coverageOf(held, rangeOfAsk(ask));
  const warnings: Warning[] = [
    ...failed.map(
      ({ span, problem }) =>
        `${utcSpan(span)} could not be loaded and is not in this profile. ${problem.message}`,
    ),
    ...(leftOut ? [`Only the newest 35 days are shown, not ${utcSpan(leftOut)}.`] : []),
    ...covered.warnings,
  ];
  return {
    ...covered,
    asOf: Math.min(...held.map(({ asOf }) => asOf)),
    partial: covered.partial || failed.length > 0 || leftOut !== undefined,
    warnings,
  };
}
