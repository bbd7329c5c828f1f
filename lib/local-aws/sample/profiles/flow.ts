import { Random } from '../random';

/** One step of a stack: one of the chains of frames, `min` to `max` times. */
export type Step = { min: number; max: number; chains: readonly string[] };

/**
 * One kind of work of a sample service. Its stacks are walks through its steps. `a > b` is a chain of frames, which may
 * end in the thread state of its samples: `read @NATIVE`.
 */
export type Flow = {
  name: string;
  steps: readonly Step[];
  /** Maximum number of different stacks. */
  stacks: number;
  /** Its share of all samples, relative to the other flows, at an instant (epoch milliseconds). */
  weight(time: number): number;
};

export const once = (...chains: string[]): Step => ({ min: 1, max: 1, chains });
export const times = (min: number, max: number, ...chains: string[]): Step => ({ min, max, chains });

/** Every owner combined with every member: `Cart` and `total` give `Cart:total`. */
export const methods = (owners: readonly string[], members: readonly string[]) =>
  owners.flatMap((owner) => members.map((member) => `${owner}:${member}`));

export type Stack = { frames: string[]; state: string };

type Chain = { frames: string[]; state: string | undefined };

/** Up to `flow.stacks` different stacks of a flow by their frames, a function of the seed. */
export function stacksOf(flow: Flow, seed: string, defaultState: string): Map<string, Stack> {
  const random = new Random(seed, flow.name, 'stacks');
  const steps = flow.steps.map(({ chains, ...times }) => ({ ...times, chains: chains.map(parsed) }));
  const stacks = new Map<string, Stack>();
  for (let attempt = 0; attempt < flow.stacks * 3 && stacks.size < flow.stacks; attempt++) {
    const frames: string[] = [];
    let state = defaultState;
    for (const { min, max, chains } of steps) {
      const count = min + random.below(max - min + 1);
      for (let i = 0; i < count; i++) {
        const chain = random.pick(chains);
        frames.push(...chain.frames);
        state = chain.state ?? state;
      }
    }
    stacks.set(frames.join('\u0000'), { frames, state });
  }
  return stacks;
}

function parsed(text: string): Chain {
  const [chain = '', state] = text.split(' @');
  return { frames: chain.split(' > '), state };
}
