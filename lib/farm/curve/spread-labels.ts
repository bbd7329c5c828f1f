/**
 * Moves labels apart that would overlap: each to at least `gap` below the one above it, then back up from the bottom edge. Positions
 * are in pixels from the top, and keep their order.
 */
export function spreadLabels(positions: readonly number[], gap: number, height: number): number[] {
  const order = positions.map((_, at) => at).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const spread = [...positions];
  let above = Number.NEGATIVE_INFINITY;
  for (const at of order) {
    above = Math.max(positions[at] ?? 0, above + gap);
    spread[at] = above;
  }
  let below = height + gap;
  for (const at of order.reverse()) {
    below = Math.min(spread[at] ?? 0, below - gap);
    spread[at] = below;
  }
  return spread;
}
