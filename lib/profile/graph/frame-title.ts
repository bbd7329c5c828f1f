import { runOf } from '../tree/frame-run';
import { parseFrame } from './parse-frame';

/** The full name of a frame; of a folded run how many frames it has, with the first and the last. */
export function frameTitle(name: string): string {
  const run = runOf(name);
  return run ? `${parseFrame(name).label}, from ${run[0]} to ${run.at(-1)}` : name;
}
