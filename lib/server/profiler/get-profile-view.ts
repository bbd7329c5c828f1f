import type { Answer, Warning } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';
import type {
  ProfileComparisonRequest,
  ProfileFunctionsRequest,
  ProfileRequest,
  ProfileViewRequest,
} from '@/lib/profile/view/profile-requests';
import type { ComparedView, ProfileFunctions, ProfileView } from '@/lib/profile/view/view';
import { unknownProblem } from '../aws/problem';
import { untilAborted } from '../shared-calls';
import { engine } from './engine/engine';
import type { Held } from './engine/messages';
import { utcSpan } from './format-utc';
import { forgetParts, type HeldParts, holdParts } from './load-parts';
import { coverageOf } from './profile-coverage';
import { requestedRange } from './requested-range';

/** A profile cut to the frames that `width` pixels can show, with figures of all its frames. Rejects with a ProblemError. */
export async function getProfileView(
  request: ProfileViewRequest,
  signal?: AbortSignal,
): Promise<Answer<ProfileView>> {
  const { group, choice } = parted(request);
  const { sides, answer } = await lookAt([request], signal, ([held = NOTHING]) =>
    engine().ask('view', { held, choice }),
  );
  return { data: { group, ...answer }, ...saidOf(sides) };
}

/** The functions of a profile, or of its frame in focus. Rejects with a ProblemError. */
export async function getProfileFunctions(
  request: ProfileFunctionsRequest,
  signal?: AbortSignal,
): Promise<Answer<ProfileFunctions>> {
  const { group, choice } = parted(request);
  const { sides, answer } = await lookAt([request], signal, ([held = NOTHING]) =>
    engine().ask('functions', { held, choice }),
  );
  return { data: { group, ...answer }, ...saidOf(sides) };
}

/** Two profiles as one tree; `coverage` is that of the comparison. Rejects with a ProblemError. */
export async function getComparedView(
  { baseline: before, unit, chance, ...request }: ProfileComparisonRequest,
  signal?: AbortSignal,
): Promise<Answer<ComparedView>> {
  refuseBaseline(before);
  const { group, choice } = parted(request);
  const { sides, answer } = await lookAt(
    [request, { ...before, maxDepth: request.maxDepth }],
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
function refuseBaseline(baseline: ProfileRequest): void {
  try {
    requestedRange(baseline);
  } catch (error) {
    const { problem } = error instanceof ProblemError ? error : unknownProblem(error);
    const { field = 'period' } = problem;
    const name = `baseline${field[0]?.toUpperCase()}${field.slice(1)}`;
    throw new ProblemError({ ...problem, field: name, message: `Of the baseline: ${problem.message}` });
  }
}

/** What is looked at, without where it comes from. */
function parted<Request extends ProfileRequest>(
  request: Request,
): { group: string; choice: Omit<Request, keyof ProfileRequest> } {
  const { group, startTime: _start, endTime: _end, period: _period, maxDepth: _depth, ...choice } = request;
  return { group, choice };
}

type Side = { request: ProfileRequest; parts: HeldParts };

/** Has the engine answer about the profiles asked for; those that it doesn't hold (any more) it gets once more. */
export async function lookAt<Answered>(
  requests: readonly ProfileRequest[],
  signal: AbortSignal | undefined,
  answerTo: (held: readonly Held[]) => Promise<Answered | undefined>,
): Promise<{ sides: Side[]; answer: Answered }> {
  for (let round = 0; round < 2; round++) {
    const sides = await Promise.all(
      requests.map(async (request) => ({ request, parts: await holdParts(request, signal) })),
    );
    const held = sides.map(({ request, parts }) => ({
      keys: parts.held.map(({ key }) => key),
      maxDepth: request.maxDepth,
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

function sideSaid({ request, parts: { held, failed, leftOut } }: Side): Omit<Answer<never>, 'data'> {
  const covered = coverageOf(held, requestedRange(request));
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
