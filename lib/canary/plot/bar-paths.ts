import { type Outcome, WORST_FIRST } from '../attempts';
import { RETRY_ROW } from './plot-size';
import type { RunBar } from './run-bars';

/** `rest`: runs of a bar that have a better outcome than the worst of them. */
type Fill = Outcome | 'rest';

/** One path for all bars of an outcome: a browser draws few long paths faster than many elements. */
export type OutcomePath = { outcome: Fill; d: string };

/** The worst are last, so that they are drawn over others. */
const DRAWN: readonly Fill[] = ['rest', ...WORST_FIRST.toReversed()];

/** One failure of many runs is still seen. */
const MIN_PART_PX = 3;

const n = (value: number) => Number(value.toFixed(1));
const rect = (x: number, y: number, width: number, height: number) =>
  `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`;

function byOutcome(parts: Iterable<readonly [Fill, string]>): OutcomePath[] {
  const paths = new Map<Fill, string[]>();
  for (const [outcome, d] of parts) {
    const known = paths.get(outcome);
    if (known) known.push(d);
    else paths.set(outcome, [d]);
  }
  return DRAWN.flatMap((outcome) => {
    const parts = paths.get(outcome);
    return parts ? [{ outcome, d: parts.join('') }] : [];
  });
}

/** Bars on a base line at `height`. From there, the outcome of a bar of several runs fills the share of the runs that have it. */
export const barPaths = (bars: readonly RunBar[], height: number): OutcomePath[] =>
  byOutcome(
    bars.flatMap((bar): [Fill, string][] => {
      const { x, width, outcome } = bar;
      const part = Math.min(bar.height, Math.max(MIN_PART_PX, bar.share * bar.height));
      const coloured: [Fill, string] = [outcome, rect(x, height - part, width, part)];
      if (part === bar.height) return [coloured];
      return [['rest', rect(x, height - bar.height, width, bar.height - part)], coloured];
    }),
  );

/** The retries in rows below a line at `top`, each below its schedule. */
export const retryPaths = (bars: readonly RunBar[], top: number): OutcomePath[] =>
  byOutcome(
    bars.flatMap(({ x, width, retries }) =>
      retries.map((outcome, i) => [outcome, rect(x, top + i * RETRY_ROW, width, RETRY_ROW - 2)] as const),
    ),
  );

/** Breaks across the tops of cut bars. */
export const breakPath = (bars: readonly RunBar[]): string =>
  bars
    .filter(({ isCut }) => isCut)
    .map(({ x, width }) => `M${n(x - 1)} 9l${n(width + 2)} -4M${n(x - 1)} 13l${n(width + 2)} -4`)
    .join('');

const SYMBOL_PX = 9;
const SYMBOLS: Record<Outcome, string> = {
  passed: 'm-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0',
  failed: 'm0-4.2l4.2 7.6h-8.4z',
  retried: 'm0-4.2l4.2 4.2l-4.2 4.2l-4.2-4.2z',
  running: 'm-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0',
};

/** The symbols of outcomes above the bars. Those that would overlap give way to worse ones. */
export function symbolPaths(bars: readonly RunBar[], y: number): OutcomePath[] {
  const taken = new Map<number, number>();
  const cell = (x: number) => Math.floor(x / SYMBOL_PX);
  const isFree = (x: number) =>
    [-1, 0, 1].every(
      (side) => Math.abs((taken.get(cell(x) + side) ?? Number.NEGATIVE_INFINITY) - x) >= SYMBOL_PX,
    );
  const parts: [Outcome, string][] = [];
  for (const outcome of WORST_FIRST) {
    for (const bar of bars) {
      const x = bar.x + bar.width / 2;
      if (bar.outcome !== outcome || !isFree(x)) continue;
      taken.set(cell(x), x);
      parts.push([outcome, `M${n(x)} ${y}${SYMBOLS[outcome]}`]);
    }
  }
  return byOutcome(parts);
}
