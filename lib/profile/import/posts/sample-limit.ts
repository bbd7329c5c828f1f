import { formatNumber } from '@/lib/answer/format-number';
import type { CallTree } from '../../tree/call-tree';
import { UndecodableProfile } from '../../tree/undecodable';
import { MAX_SAMPLES } from './post-limits';

const MAX_SHOWN_LENGTH = 60;

/** Throws UndecodableProfile when a frame has more self samples than can be stored. */
export function checkSamples(tree: CallTree): void {
  for (const column of tree.self) {
    const node = column.findIndex((samples) => samples > MAX_SAMPLES);
    if (node >= 0) throw tooHigh(`the frame ${tree.names[tree.name[node] ?? 0] || '<root>'}`);
  }
}

/** Throws UndecodableProfile when a count in the file is too high by itself. `where` names its place, such as "line 3". */
export function checkCount(samples: number, where: () => string): void {
  if (!(samples <= MAX_SAMPLES)) throw tooHigh(where());
}

const tooHigh = (where: string) =>
  new UndecodableProfile(
    `Its count at ${where.slice(0, MAX_SHOWN_LENGTH)} is too high: at most ${formatNumber(MAX_SAMPLES)} samples per frame can be stored. Divide all counts by the same number.`,
  );
