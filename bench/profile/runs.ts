import { median } from '../figure';

/** Median of a measurement that is repeated. */
export async function medianOfRuns(runs: number, work: (run: number) => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let run = 0; run < runs; run++) values.push(await work(run));
  return median(values);
}
