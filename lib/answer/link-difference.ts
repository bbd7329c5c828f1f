import type { Coverage } from './answer';
import type { Problem } from './problem';

/** The parts of a page of which a link's difference has figures. */
export const DIFFERENCE_PARTS = ['profile', 'groups', 'costs', 'farms', 'canaries'] as const;
export type DifferencePart = (typeof DIFFERENCE_PARTS)[number];

/** The present time that a link's is compared with: the same time, or one of its length up to now. */
export const PRESENT_TIMES = ['same', 'now'] as const;
export type PresentTime = (typeof PRESENT_TIMES)[number];

export type FigureUnit = 'usd' | 'share' | 'count' | 'ms';

/** One figure of both sides; null where it is unknown. */
export type FigureRow = {
  label: string;
  unit: FigureUnit;
  kept: number | null;
  current: number | null;
};

/** One side of a difference: the time that was requested and that of its figures, and what they are of or why there are none. */
export type DifferenceSide = { requested: Coverage; span: Coverage; notes: string[]; problem?: Problem };

/** What a link keeps of a part of its page, beside what AWS has of it now. */
export type LinkDifference = {
  kept: DifferenceSide;
  current: DifferenceSide;
  rows: FigureRow[];
  /** Figures that are not in the rows, because they differ less. */
  leftOut: number;
};

const PARTS: readonly (readonly [RegExp, readonly DifferencePart[]])[] = [
  [/^\/$/, ['canaries', 'costs']],
  [/^\/why$/, ['canaries', 'profile', 'costs']],
  [/^\/profiles$/, ['groups']],
  [/^\/profiles\//, ['profile']],
  [/^\/farms$/, ['farms']],
  [/^\/farms\//, ['costs']],
  [/^\/canaries(\/|$)/, ['canaries']],
];

/** The parts of a page that have figures to compare. */
export const partsOf = (path: string): readonly DifferencePart[] =>
  PARTS.find(([pattern]) => pattern.test(path))?.[1] ?? [];
