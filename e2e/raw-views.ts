import type { RawFrame } from './raw-profile';

/** A stack with its self samples: names from the outermost frame to the one on top. */
export type Stack = { names: readonly string[]; samples: number };

/** A frame of a view: a path of names from the view's root, and its samples. */
export type ViewFrame = { names: readonly string[]; total: number; self: number };

export const stacksOf = (frames: readonly RawFrame[]): Stack[] =>
  frames
    .filter(({ self, callers }) => self > 0 && callers.length > 0)
    .map(({ callers, name, self }) => ({ names: [...callers.slice(1), name], samples: self }));

/** Sums stacks by every path from their first name. Samples of a whole stack are its last frame's self. */
function pathsOf(stacks: readonly Stack[]): ViewFrame[] {
  const frames = new Map<string, ViewFrame>();
  for (const { names, samples } of stacks) {
    for (let length = 1; length <= names.length; length++) {
      const path = names.slice(0, length);
      const key = path.join('\n');
      const frame = frames.get(key) ?? { names: path, total: 0, self: 0 };
      frame.total += samples;
      if (length === names.length) frame.self += samples;
      frames.set(key, frame);
    }
  }
  return [...frames.values()];
}

/** Frames below their callers. */
export const overviewFrames = (stacks: readonly Stack[]): ViewFrame[] => pathsOf(stacks);

/** Functions on top of a stack, with their callers below them. */
export const hotspotFrames = (stacks: readonly Stack[]): ViewFrame[] =>
  pathsOf(stacks.map(({ names, samples }) => ({ names: names.toReversed(), samples })));

/** A function with its callees, and with its callers. A stack counts from its outermost call of the function. */
export function inspectFrames(stacks: readonly Stack[], inspected: string) {
  const within = stacks.flatMap(({ names, samples }) => {
    const place = names.indexOf(inspected);
    return place < 0 ? [] : [{ names, samples, place }];
  });
  return {
    callees: pathsOf(within.map(({ names, samples, place }) => ({ names: names.slice(place), samples }))),
    callers: pathsOf(
      within.map(({ names, samples, place }) => ({ names: names.slice(0, place + 1).toReversed(), samples })),
    ),
  };
}

/** The stacks of a focused frame, whole. */
export const stacksBelow = (stacks: readonly Stack[], path: readonly string[]): Stack[] =>
  stacks.filter(({ names }) => path.every((name, i) => names[i] === name));

/** Function → self and total. A stack counts once in the total of each of its functions. */
export function functionsOf(stacks: readonly Stack[]): Map<string, { self: number; total: number }> {
  const functions = new Map<string, { self: number; total: number }>();
  for (const { names, samples } of stacks) {
    for (const name of new Set(names)) {
      const sums = functions.get(name) ?? { self: 0, total: 0 };
      sums.total += samples;
      if (names.at(-1) === name) sums.self += samples;
      functions.set(name, sums);
    }
  }
  return functions;
}

export const sumOf = (stacks: readonly Stack[]): number =>
  stacks.reduce((sum, { samples }) => sum + samples, 0);
