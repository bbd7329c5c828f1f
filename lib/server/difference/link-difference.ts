import type { LinkDifference, PresentTime } from '@/lib/answer/link-difference';
import type { Problem } from '@/lib/answer/problem';
import type { Span } from '@/lib/time/range';
import { asProblemError } from '../aws/problem';
import { now } from '../clock';
import { answerFrom } from '../links/link-scope';
import type { OpenLink } from '../links/open-link';
import { pairedFigures, type SideFigures } from './side-figures';

/** Reads the figures of a time, whose `now` is given. */
export type ReadFigures = (span: Span, now: number) => Promise<SideFigures>;

/** Makes a time the one of the figures, such as whole profiles. */
export type WholeSpan = (span: Span, now: number) => Span;

/** The time that a link's page shows, and the instant that `now` stands for there. */
type KeptTime = {
  span: Span;
  now: number;
  /** For each side, because what is known of the profiles that exist differs. */
  whole: Record<'kept' | 'current', WholeSpan>;
};

/** The present time to compare a link's with: the same, or one of the same length up to now. */
export const presentSpan = ({ from, to }: Span, time: PresentTime, present: number): Span =>
  time === 'same' ? { from, to } : { from: present - (to - from), to: present };

/**
 * Reads figures from what a link keeps and from AWS, and pairs them. A side that can't be read has a problem, and its figures are
 * unknown.
 */
export async function linkDifference(
  link: OpenLink,
  kept: KeptTime,
  time: PresentTime,
  read: ReadFigures,
): Promise<LinkDifference> {
  const present = now();
  const keptSpan = kept.whole.kept(kept.span, kept.now);
  const span = kept.whole.current(presentSpan(kept.span, time, present), present);
  const [before, current] = await Promise.all([
    settled(answerFrom(link, () => read(keptSpan, kept.now))),
    settled(read(span, present)),
  ]);
  return {
    kept: sideOf(keptSpan, before),
    current: withNotes(sideOf(span, current), lengthOf(span) === lengthOf(keptSpan) ? [] : [OTHER_LENGTH]),
    ...pairedFigures(before.figures, current.figures),
  };
}

/** A link knows the time in whole profiles as they were; profiles that exist now may be shorter or longer. */
const OTHER_LENGTH = 'This time is not as long as the one that was kept, so sums can’t be compared.';

const lengthOf = ({ from, to }: Span) => to - from;

const withNotes = <Side extends { notes: string[] }>(side: Side, notes: readonly string[]): Side => ({
  ...side,
  notes: [...notes, ...side.notes],
});

type Settled = { figures?: SideFigures; problem?: Problem };

const settled = (figures: Promise<SideFigures>): Promise<Settled> =>
  figures.then(
    (read) => ({ figures: read }),
    (error: unknown) => ({ problem: asProblemError(error).problem }),
  );

const sideOf = (requested: Span, { figures, problem }: Settled) => ({
  requested,
  span: figures?.span ?? requested,
  notes: figures?.notes ?? [],
  ...(problem && { problem }),
});
