import type { CallTree, Profile } from '../tree/call-tree';
import type { ImportedProfile } from './imported-profile';
import { roundSamples } from './round-samples';
import { checkSamples } from './sample-limit';

/** A profile that needs a finer unit gets at most this many samples, so that the unit doesn't pretend to be exact. */
const MAX_FINER_SAMPLES = 1_000_000;

/**
 * Returns the profile in whole samples, as agents count them. When frames have less than one sample, all samples are multiplied by
 * a power of ten first, with a note, so that their shares survive the rounding. Throws UndecodableProfile when a frame has too many
 * samples.
 */
export function inWholeSamples(imported: ImportedProfile): ImportedProfile {
  const factor = finerBy(imported.tree);
  const tree = roundSamples(factor === 1 ? imported.tree : multiplied(imported.tree, factor));
  checkSamples(tree);
  if (factor === 1) return { ...imported, tree };
  return {
    ...imported,
    tree,
    ...(imported.sampleWeights && { sampleWeights: multipliedWeights(imported.sampleWeights, factor) }),
    notes: [
      ...imported.notes,
      `Some frames have less than one sample, so all samples were multiplied by ${factor.toLocaleString('en-US')}; shares stay the same.`,
    ],
  };
}

/** The power of ten that makes the smallest count at least ten, as long as the samples don't become too many. */
function finerBy({ self, total }: CallTree): number {
  let smallest = Infinity;
  for (const column of self) {
    for (const samples of column) if (samples > 0 && samples < smallest) smallest = samples;
  }
  const all = total.reduce((sum, column) => sum + (column[0] ?? 0), 0);
  if (smallest >= 1 || all === 0) return 1;
  const wanted = 1 - Math.floor(Math.log10(smallest));
  const possible = Math.floor(Math.log10(MAX_FINER_SAMPLES / all));
  return 10 ** Math.max(0, Math.min(wanted, possible));
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
