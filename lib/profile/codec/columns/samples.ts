import { MAX_NARROW, type SampleColumn } from '../../tree/sample-column';
import type { SummedSelf } from '../../tree/totals-on-demand';
import type { Section, SectionReader } from './sections';
import { readShortNumbers, type ShortNumbersHead, shortNumberSections } from './short-numbers';

/**
 * Describes the self samples of a state: the distances between the nodes with samples, and their samples, which are doubles
 * where one is no whole number below 2^32.
 */
export type SamplesHead = { gaps: ShortNumbersHead; samples: ShortNumbersHead | 'doubles' };

/** The nodes with samples as the distance of each from the one before, and their samples. */
export function sampleSections(column: SampleColumn): { head: SamplesHead; sections: Section[] } {
  const nodes: number[] = [];
  for (let node = 0; node < column.length; node++) if (column[node] !== 0) nodes.push(node);
  const gaps = shortNumberSections(nodes.map((node, i) => node - (nodes[i - 1] ?? 0)));
  const samples = nodes.map((node) => column[node] ?? 0);
  const areWhole = samples.every((each) => Number.isInteger(each) && each > 0 && each <= MAX_NARROW);
  if (!areWhole) {
    const sections = [...gaps.sections, Float64Array.from(samples)];
    return { head: { gaps: gaps.head, samples: 'doubles' }, sections };
  }
  const short = shortNumberSections(samples);
  return {
    head: { gaps: gaps.head, samples: short.head },
    sections: [...gaps.sections, ...short.sections],
  };
}

/** Node → self samples, and their sum; undefined if they are inconsistent. */
export function readSamples(
  input: SectionReader,
  { gaps, samples }: SamplesHead,
  nodes: number,
): SummedSelf | undefined {
  const areDoubles = samples === 'doubles';
  const gapOf = readShortNumbers(input, gaps);
  const sampleOf = areDoubles ? input.next(Float64Array, gaps.count) : readShortNumbers(input, samples);
  if (!gapOf || sampleOf?.length !== gapOf.length) return undefined;
  const column = areDoubles ? new Float64Array(nodes) : new Uint32Array(nodes);
  let node = 0;
  let sum = 0;
  for (let i = 0; i < gapOf.length; i++) {
    node += gapOf[i] ?? 0;
    const own = sampleOf[i] ?? 0;
    column[node] = own;
    sum += own;
  }
  return node < nodes ? { column, sum } : undefined;
}
