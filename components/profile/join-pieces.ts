import type { Answer, Coverage } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';
import type { ProfileView } from '@/lib/profile/view';
import { HOUR } from '@/lib/time/duration';

/** What is known of one piece of a range. */
export type Piece = { data: Answer<ProfileView> | undefined; error: Error | null };

export type JoinedPieces = {
  answers: Answer<ProfileView>[];
  /** Pieces that were answered, with a profile or with none. */
  done: number;
  failed: Error[];
  /** Nothing is awaited and no piece has a profile. */
  empty: boolean;
  asOf?: number;
  coverage?: Coverage;
  warnings: string[];
};

/** AWS says so of a time without a profile; that the group exists is asked apart. */
const hasNoProfile = (error: Error | null) =>
  error instanceof ProblemError && error.problem.code === 'ResourceNotFoundException';

export function joinPieces(pieces: readonly Piece[]): JoinedPieces {
  const answers = pieces
    .filter(({ error }) => !hasNoProfile(error))
    .map(({ data }) => data)
    .filter((answer) => answer !== undefined);
  const failed = pieces
    .map(({ error }) => error)
    .filter((error): error is Error => error !== null && !hasNoProfile(error));
  const done = pieces.filter(({ data, error }) => data !== undefined || hasNoProfile(error)).length;
  const settled = pieces.every(({ data, error }) => data !== undefined || error !== null);
  const covered = answers.map(({ coverage }) => coverage).filter((coverage) => coverage !== undefined);
  return {
    answers,
    done,
    failed,
    empty: done === pieces.length && answers.length === 0,
    ...(answers.length > 0 && { asOf: Math.min(...answers.map(({ asOf }) => asOf)) }),
    ...(covered.length > 0 && {
      coverage: {
        from: Math.min(...covered.map(({ from }) => from)),
        to: Math.max(...covered.map(({ to }) => to)),
      },
    }),
    warnings: [...new Set(answers.flatMap(({ warnings }) => warnings)), ...(settled ? holes(covered) : [])],
  };
}

/** The parts in the middle that no piece covers, in words: weeks that are empty or failed. */
function holes(covered: readonly Coverage[]): string[] {
  const sentences: string[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const { from, to } of covered.toSorted((a, b) => a.from - b.from)) {
    if (from - end > HOUR) sentences.push(`Nothing from ${utc(end)} to ${utc(from)} UTC is in this profile.`);
    end = end === Number.POSITIVE_INFINITY ? to : Math.max(end, to);
  }
  return sentences;
}

const utc = (instant: number) => new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
