import type { Answer } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';
import type {
  ProfileComparisonRequest,
  ProfileFunctionsRequest,
  ProfileRequest,
  ProfileViewRequest,
} from '@/lib/profile/view/profile-requests';
import type { ComparedView, ProfileFunctions, ProfileView } from '@/lib/profile/view/view';
import { sharedLinks } from '../links/shared-links';
import { archivedView, archiveView, recordView } from './archived-views';
import { emptyAnswer } from './empty-answer';
import { engine } from './engine/engine';
import { answerInfo } from './profile-answer-info';
import { queryEngine, type Requested } from './query-engine';
import { requestedRange } from './requested-range';

/** A profile cut to the frames that `width` pixels can show, with figures for all its frames. Rejects with a ProblemError. */
export async function getProfileView(
  request: ProfileViewRequest,
  signal?: AbortSignal,
): Promise<Answer<ProfileView>> {
  const range = requestedRange(request);
  const archived = await archivedView(request, range);
  if (archived) return archived;
  const { sides, output } = await queryEngine([{ request, range }], signal, ({ profile }) =>
    engine().run('view', { profile, choice: request }),
  );
  archiveView(request, sides[0], output);
  await recordView(request, sides[0], output);
  return { data: { group: request.group, ...output }, ...answerInfo(sides) };
}

/** The functions of a profile, or of its focused frame; none where the group has no profile. Rejects with a ProblemError. */
export const getProfileFunctions = (
  request: ProfileFunctionsRequest,
  signal?: AbortSignal,
): Promise<Answer<ProfileFunctions>> =>
  functionsOf(request, signal).catch((error: unknown) =>
    emptyAnswer(error, request.group, noFunctions(request.group), signal),
  );

const noFunctions = (group: string): ProfileFunctions => ({
  group,
  functions: [],
  isComplete: true,
  samples: 0,
  focus: '',
  slots: [],
});

async function functionsOf(
  request: ProfileFunctionsRequest,
  signal: AbortSignal | undefined,
): Promise<Answer<ProfileFunctions>> {
  const requested = { request, range: requestedRange(request) };
  const { sides, output } = await queryEngine([requested], signal, ({ profile }) =>
    engine().run('functions', { profile, choice: request }),
  );
  return { data: { group: request.group, ...output }, ...answerInfo(sides) };
}

/** Two profiles as one tree, of which a shared link may keep the baseline; `coverage` is the comparison's. Rejects with a ProblemError. */
export async function getComparedView(
  { baseline, unit, chance, ...request }: ProfileComparisonRequest,
  signal?: AbortSignal,
): Promise<Answer<ComparedView>> {
  const { kept, ...time } = baseline;
  const requestedBaseline = {
    ...baselineOf({ ...time, maxDepth: request.maxDepth }),
    ...(kept !== undefined && { link: await (await sharedLinks()).open(kept) }),
  };
  const requested = { request, range: requestedRange(request) };
  const compare = { unit, ...(chance && { chance }) };
  const { sides, output } = await queryEngine([requested, requestedBaseline], signal, (comparison, before) =>
    engine().run('compare', {
      baseline: before.profile,
      comparison: comparison.profile,
      ...{ compare, choice: request },
    }),
  );
  return { data: { group: request.group, ...output }, ...answerInfo(sides) };
}

/** The baseline with its range; problems name the baseline's own fields. */
function baselineOf(request: ProfileRequest): Requested {
  try {
    return { request, range: requestedRange(request) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { field = 'period' } = error.problem;
    const name = `baseline${field[0]?.toUpperCase()}${field.slice(1)}`;
    throw new ProblemError({
      ...error.problem,
      field: name,
      message: `Of the baseline: ${error.problem.message}`,
    });
  }
}
