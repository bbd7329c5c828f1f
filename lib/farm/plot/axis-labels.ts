/** Width of a character of an axis label with tabular figures, pixels; wider than most. */
const CHARACTER_WIDTH = 7.5;
/** Between two labels. */
const MIN_GAP = 8;

type AxisLabel = { text: string; x: number };

/** Returns the width that a label needs at most, in pixels. */
export const labelWidth = (text: string): number => text.length * CHARACTER_WIDTH;

/**
 * Centres labels on their places, in order. Those at the ends are moved inside, and one that would touch the label before it is
 * left out.
 */
export function placedLabels<Label extends AxisLabel>(
  labels: readonly Label[],
  { left, right }: { left: number; right: number },
): Label[] {
  const placed: Label[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const label of labels) {
    const half = labelWidth(label.text) / 2;
    const inside = Math.max(left + half, Math.min(right - half, label.x));
    if (inside - half < end + MIN_GAP) continue;
    placed.push({ ...label, x: inside });
    end = inside + half;
  }
  return placed;
}
