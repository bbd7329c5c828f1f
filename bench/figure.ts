import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A measured value and its limit, both in `unit`. */
export type Figure = { name: string; value: number; limit: number; unit: string };

/** The middle of an odd number of measurements. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Duration of `work` in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Median duration of five runs in milliseconds, after a warm-up run. */
export async function medianOfFive(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let i = 0; i < 5; i++) times.push(await timed(work));
  return median(times);
}

const round = (value: number) => Number(value.toPrecision(4));

/** Prints the figures with their share of the limit, and writes them to `results/` as JSON. */
export async function report(bench: string, figures: Figure[]): Promise<void> {
  console.table(
    Object.fromEntries(
      figures.map(({ name, value, limit, unit }) => [
        name,
        { value: round(value), limit, unit, 'share of the limit': round(value / limit) },
      ]),
    ),
  );
  const folder = join(import.meta.dirname, 'results');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${bench}.json`), `${JSON.stringify(figures, null, 2)}\n`);
}
