import { chainOf } from '../tree/frame-chain';
import { frameText } from '../tree/frame-text';
import { parseFrame } from './parse-frame';

/** The full name of a frame, or that it has none; of a folded chain how many frames it has, with the first and the last. */
export function frameTitle(name: string): string {
  const chain = chainOf(name);
  return chain ? `${parseFrame(name).label}, from ${chain[0]} to ${chain.at(-1)}` : frameText(name);
}
