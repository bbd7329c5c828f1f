import type { CanaryRow } from './canary-row';

/** Rows by the names of an earlier order. Those that it lacks come last, in their own order. */
export function inHeldOrder<Row extends Pick<CanaryRow, 'canary'>>(
  held: readonly string[],
  { rows, sorted }: { rows: readonly Row[]; sorted: readonly Row[] },
): Row[] {
  const byName = new Map(rows.map((row) => [row.canary.name, row]));
  const kept = held.flatMap((name) => byName.get(name) ?? []);
  const names = new Set(held);
  return [...kept, ...sorted.filter(({ canary }) => !names.has(canary.name))];
}
