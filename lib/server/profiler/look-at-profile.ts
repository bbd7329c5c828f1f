import type { Answer, Warning } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';
import type { FrameChoice, ProfileAsk, ProfileFunctions, ProfileView } from '@/lib/profile/view';
import type { ProfileFunctionsAsk, ProfileViewAsk } from '@/lib/queries/profile';
import { untilAborted } from '../shared-calls';
import { engine } from './engine/engine';
import type { Operations } from './engine/messages';
import { forgetParts, type HeldParts, holdParts } from './held-parts';
import { rangeOfAsk } from './profile-ask';
import { coverageOf } from './profile-coverage';
import { utcSpan } from './utc-words';

/** A profile cut to the frames that `width` pixels can show, with figures of all its frames. Rejects with a ProblemError. */
export async function getProfileView(
  ask: ProfileViewAsk,
  signal?: AbortSignal,
): Promise<Answer<ProfileView>> {
  const { held, answer } = await lookAt('view', ask, choiceOf(ask), signal);
  return { data: { group: ask.group, ...answer }, ...saidOf(held, ask) };
}

/** The functions of a profile, or of its frame in focus. Rejects with a ProblemError. */
export async function getProfileFunctions(
  ask: ProfileFunctionsAsk,
  signal?: AbortSignal,
): Promise<Answer<ProfileFunctions>> {
  const { held, answer } = await lookAt('functions', ask, choiceOf(ask), signal);
  return { data: { group: ask.group, ...answer }, ...saidOf(held, ask) };
}

/** What the ask says beside where the profile comes from. */
function choiceOf<Ask extends ProfileAsk & FrameChoice>(ask: Ask): Omit<Ask, keyof ProfileAsk> {
  const {
    group: _group,
    startTime: _start,
    endTime: _end,
    period: _period,
    maxDepth: _depth,
    ...choice
  } = ask;
  return choice;
}

/** Has the engine answer, which may have to hold the profile anew. */
async function lookAt<Name extends 'view' | 'functions'>(
  operation: Name,
  ask: ProfileAsk,
  choice: Operations[Name]['ask']['choice'],
  signal: AbortSignal | undefined,
): Promise<{ held: HeldParts; answer: NonNullable<Operations[Name]['answer']> }> {
  for (let round = 0; round < 2; round++) {
    const held = await holdParts(ask, signal);
    const keys = held.held.map(({ key }) => key);
    const question = { keys, maxDepth: ask.maxDepth, choice } as Operations[Name]['ask'];
    const answer = await untilAborted(engine().ask(operation, question), signal);
    if (answer) return { held, answer };
    forgetParts(held.held);
  }
  throw new ProblemError({
    code: 'ProfileTooLarge',
    message: 'This profile is larger than the dashboard can hold. A lower depth or a shorter range may fit.',
    status: 507,
    retryable: false,
  });
}

function saidOf({ held, failed, leftOut }: HeldParts, ask: ProfileAsk): Omit<Answer<never>, 'data'> {
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
