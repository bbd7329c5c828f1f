import { parseArgs } from 'node:util';
import { RUNS, SIZES } from './data';

/** The parts of the bench. `peers` also gives the limits that are shares of speedscope's times. */
const PARTS = ['opening', 'zoom', 'search', 'peers', 'restart', 'codecs'] as const;

export type Part = (typeof PARTS)[number];

export type BenchOptions = {
  parts: ReadonlySet<Part>;
  /** Numbers of nodes, ascending. */
  sizes: readonly number[];
  runs: number;
};

const isPart = (name: string): name is Part => PARTS.some((part) => part === name);

const positive = (text: string, option: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${option} takes positive whole numbers, not “${text}”.`);
  return number;
};

/** Parses `--only zoom,search`, `--nodes 10000,1000000` and `--runs 3`. The default is everything. */
export function benchOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string' }, nodes: { type: 'string' }, runs: { type: 'string' } },
  });
  const only = values.only?.split(',') ?? PARTS;
  const parts = only.map((name) => {
    if (!isPart(name)) throw new Error(`--only takes ${PARTS.join(', ')}, not “${name}”.`);
    return name;
  });
  const sizes = values.nodes?.split(',').map((text) => positive(text, '--nodes')) ?? [...SIZES];
  return {
    parts: new Set(parts),
    sizes: sizes.sort((a, b) => a - b),
    runs: values.runs === undefined ? RUNS : positive(values.runs, '--runs'),
  };
}
