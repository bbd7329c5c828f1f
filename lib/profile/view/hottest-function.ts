import { samplesOf } from '../transform/screen';
import { functionSamples } from '../transform/top-functions';
import type { CallTree } from '../tree/call-tree';
import { chosenStates, defaultPreset, type StatePreset, sortStates } from '../tree/states';

/** A function and its self samples. */
export type HotFunction = { name: string; self: number };

/** The function of a profile with the most self samples, and the samples of the profile in the same thread states. */
export type Hottest = { preset: StatePreset; states: string[]; samples: number; hottest?: HotFunction };

/** The hottest function in the thread states of a preset, by default the one of the profile. With a name, that function instead. */
export function hottestFunction(tree: CallTree, preset = defaultPreset(tree.states), name?: string): Hottest {
  const states = chosenStates(preset, tree.states);
  const total = samplesOf(tree, states, 'total');
  const { self } = functionSamples(tree, { total, self: samplesOf(tree, states, 'self') });
  const index = name === undefined ? indexOfHighest(self, tree.names) : tree.names.indexOf(name);
  const found = tree.names[index];
  const samples = self[index] ?? 0;
  return {
    preset,
    states: sortStates(states),
    samples: total[0] ?? 0,
    ...(found !== undefined && samples > 0 && { hottest: { name: found, self: samples } }),
  };
}

/** Of equal ones the first by name, so that two requests name the same. */
function indexOfHighest(self: ArrayLike<number>, names: readonly string[]): number {
  let highest = -1;
  for (let i = 0; i < names.length; i++) {
    const difference = (self[i] ?? 0) - (self[highest] ?? 0);
    if (difference > 0 || (difference === 0 && (names[i] ?? '') < (names[highest] ?? ''))) highest = i;
  }
  return highest;
}
