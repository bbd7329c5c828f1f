import { isObject } from '../json-shape';
import { isDifference } from '../refusals';
import type { StackCollector, StackFrame } from '../stack-collector';
import { type SpeedscopeProfile, speedscope } from './file';

/** Where the values of a profile go. */
type Target = {
  stacks: StackCollector;
  state: string;
  frames: readonly StackFrame[];
  /** Samples that a value of one makes. */
  scale: number;
};

/** The weights of a sampled profile. Throws UndecodableProfile. */
export function weightsOf({ at, value }: SpeedscopeProfile): number[] {
  return speedscope.list(value.weights, `${at}.weights`).map((weight, i) => {
    const number = speedscope.number(weight, `${at}.weights[${i}]`);
    if (number < 0) throw negative();
    return number;
  });
}

/** Adds a sampled profile: a stack of frames, from the root, and its weight for each sample. */
export function addSamples(profile: SpeedscopeProfile, { stacks, state, frames, scale }: Target): void {
  const { at, value } = profile;
  const weights = weightsOf(profile);
  const samples = speedscope.list(value.samples, `${at}.samples`);
  if (weights.length !== samples.length) {
    throw speedscope.wrong(`${at}.weights`, `as long as its samples (${samples.length})`);
  }
  for (const [i, sample] of samples.entries()) {
    const where = `${at}.samples[${i}]`;
    const ids = speedscope.list(sample, where);
    const stack = ids.map((id, j) => frames[speedscope.index(id, frames.length, `${where}[${j}]`)]);
    stacks.stack(stack as StackFrame[]);
    stacks.count(state, (weights[i] ?? 0) * scale);
  }
}

/**
 * Adds an evented profile: the value between two events counts for the innermost open frame. Returns the part of the value during which
 * no frame was open.
 */
export function addEvents(
  { at, value }: SpeedscopeProfile,
  { stacks, state, frames, scale }: Target,
): number {
  const open: StackFrame[] = [];
  /** Frames that stayed open since the last stack was added. */
  let unchanged = 0;
  let last = speedscope.number(value.startValue, `${at}.startValue`);
  let gaps = 0;
  const advance = (to: number, where: string) => {
    if (to < last) throw speedscope.wrong(where, `at least ${last}, as those before it`);
    if (open.length === 0) gaps += to - last;
    else if (to > last) {
      stacks.stack(open, unchanged);
      stacks.count(state, (to - last) * scale);
      unchanged = open.length;
    }
    last = to;
  };
  for (const [i, each] of speedscope.list(value.events, `${at}.events`).entries()) {
    const where = `${at}.events[${i}]`;
    const event = isObject(each) ? each : speedscope.object(each, where);
    const frame = frames[speedscope.index(event.frame, frames.length, `${where}.frame`)] as StackFrame;
    if (event.type !== 'O' && event.type !== 'C') throw speedscope.wrong(`${where}.type`, 'O or C');
    advance(speedscope.number(event.at, `${where}.at`), `${where}.at`);
    if (event.type === 'O') open.push(frame);
    else if (open.pop() !== frame) throw speedscope.wrong(`${where}.frame`, 'the innermost open frame');
    unchanged = Math.min(unchanged, open.length);
  }
  advance(Math.max(last, speedscope.number(value.endValue, `${at}.endValue`)), `${at}.endValue`);
  return gaps;
}

const negative = () => isDifference('weights');
