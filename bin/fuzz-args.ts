import { parseArgs } from 'node:util';

/** Reads `[COUNT] [--seed N]` of the npm script of a fuzz. Ends the program with status 2 when they are no whole numbers. */
export function fuzzArgs(script: string, defaultCount: number): { count: number; seed: number } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
  });
  const [count, seed] = [Number(positionals[0] ?? defaultCount), Number(values.seed)];
  if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
    console.error(`Usage: npm run ${script} -- [COUNT] [--seed N], both whole numbers`);
    process.exit(2);
  }
  return { count, seed };
}
