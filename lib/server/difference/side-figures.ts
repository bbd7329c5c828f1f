import type { FigureRow, FigureUnit } from '@/lib/answer/link-difference';
import type { Span } from '@/lib/time/range';

/** A figure of one side. */
export type Figure = {
  /** The same on both sides. */
  key: string;
  label: string;
  unit: FigureUnit;
  value: number | null;
  /** It stands above the figures that it sums up. */
  isSum?: true;
};

/** The figures of one side. */
export type SideFigures = {
  span: Span;
  figures: readonly Figure[];
  /** What a figure is that this side lacks and the other has: 0 where the side is complete, else unknown. */
  absent: 0 | null;
  notes: string[];
};

/** Maximum number of rows besides the sums. */
const MAX_ROWS = 20;

/** The figures of both sides in pairs: the sums, then those that differ most, and of those the largest. A side without figures knows none. */
export function pairedFigures(
  kept: SideFigures | undefined,
  current: SideFigures | undefined,
): { rows: FigureRow[]; leftOut: number } {
  const [before, after] = [byKey(kept), byKey(current)];
  const all = [...new Map([...after, ...before]).values()];
  const pairs = all.map(({ key, label, unit, isSum = false }) => ({
    isSum,
    row: { label, unit, kept: valueIn(kept, before, key), current: valueIn(current, after, key) },
  }));
  const sums = pairs.filter(({ isSum }) => isSum).map(({ row }) => row);
  const others = pairs.filter(({ isSum }) => !isSum).map(({ row }) => row);
  const shown = others
    .toSorted((a, b) => sizeOf(b) - sizeOf(a) || largestOf(b) - largestOf(a))
    .slice(0, MAX_ROWS);
  return { rows: [...sums, ...shown], leftOut: others.length - shown.length };
}

const byKey = (side: SideFigures | undefined) =>
  new Map((side?.figures ?? []).map((figure) => [figure.key, figure]));

const valueIn = (side: SideFigures | undefined, figures: ReadonlyMap<string, Figure>, key: string) =>
  figures.get(key)?.value ?? (side && !figures.has(key) ? side.absent : null);

/** What orders rows: their difference, or the one known side. */
const sizeOf = ({ kept, current }: FigureRow) =>
  kept !== null && current !== null ? Math.abs(current - kept) : (kept ?? current ?? 0);

const largestOf = ({ kept, current }: FigureRow) => Math.max(kept ?? 0, current ?? 0);
