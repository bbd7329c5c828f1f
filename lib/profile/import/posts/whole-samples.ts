import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import type { CallTree, Profile } from '../../tree/call-tree';
import type { ImportedProfile } from '../imported-profile';
import { finerBy } from './finer-by';
import { roundSamples } from './round-samples';
import { checkSamples } from './sample-limit';

/**
 * Returns the profile in whole samples, as agents count them. When frames have less than one sample, all samples are multiplied by
 * a power of ten first, with a note, so that their shares survive the rounding. A note counts the frames that lose theirs nevertheless,
 * because a frame can't have more than MAX_SAMPLES. Throws UndecodableProfile when one has.
 */
export function inWholeSamples(imported: ImportedProfile): ImportedProfile {
  const factor = finerBy(imported.tree);
  const tree = roundSamples(factor === 1 ? imported.tree : multiplied(imported.tree, factor));
  checkSamples(tree);
  const { sampleWeights, notes } = imported;
  return {
    ...imported,
    tree,
    ...(sampleWeights && { sampleWeights: multipliedWeights(sampleWeights, factor) }),
    notes: [...notes, ...factorNotes(factor), ...lostNotes(lostFrames(imported.tree, tree))],
  };
}

const factorNotes = (factor: number): string[] =>
  factor === 1
    ? []
    : [
        `Some frames have less than one sample, so all samples were multiplied by ${formatNumber(factor)}; shares stay the same.`,
      ];

function lostNotes(count: number): string[] {
  if (count === 0) return [];
  const verb = count === 1 ? 'has' : 'have';
  return [
    `${counted(count, 'frame')} with less than one sample ${verb} none after rounding; the sum stays the same.`,
  ];
}

/** Number of frames that have self samples only before rounding. */
function lostFrames(exact: CallTree, rounded: CallTree): number {
  const hasSelf = ({ self }: CallTree, node: number) => self.some((column) => (column[node] ?? 0) > 0);
  let count = 0;
  for (let node = 0; node < exact.name.length; node++) {
    if (hasSelf(exact, node) && !hasSelf(rounded, node)) count += 1;
  }
  return count;
}

function multiplied(tree: CallTree, factor: number): CallTree {
  const scaled = (column: CallTree['self'][number]) =>
    Float64Array.from(column, (samples) => withoutNoise(samples * factor));
  return { ...tree, self: tree.self.map(scaled), total: tree.total.map(scaled) };
}

/** 0.29 × 100 is 28.999999999999996: such noise would make a whole number a fraction. */
const withoutNoise = (samples: number) => {
  const whole = Math.round(samples);
  return Math.abs(samples - whole) < 1e-6 ? whole : samples;
};

const multipliedWeights = (weights: Profile['sampleWeights'], factor: number): Profile['sampleWeights'] =>
  Object.fromEntries(Object.entries(weights).map(([state, perSecond]) => [state, perSecond * factor]));
