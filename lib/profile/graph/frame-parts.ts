import type { CallTree } from '../tree/call-tree';
import type { NodeSamples } from '../tree/sample-column';
import type { Block } from './drawn-frame';

/** Shares missing only through rounding are narrower than this. */
const ROUNDING_PX = 1e-3;

/** Part of a frame's width: one of its callees, or a block of them. */
type Part = { node: number; samples: number; block: Block | undefined };

const NONE: readonly Part[] = [];

type Run = { node: number; widest: number; samples: number; nodes: number[]; omitted: number | undefined };

/**
 * Callees of a frame with at least `minSamples` and, between them, blocks of the others. A run of a single narrow frame is
 * that frame. `pixel` is the samples per pixel; `deeper` samples are beyond the maximum depth.
 */
export function partsBelow(
  tree: CallTree,
  { total, self }: NodeSamples,
  frame: number,
  { minSamples, pixel, deeper }: { minSamples: number; pixel: number; deeper: number },
): readonly Part[] {
  const end = tree.end[frame] ?? 0;
  let rest = (total[frame] ?? 0) - (self[frame] ?? 0) - deeper;
  const minRest = pixel * ROUNDING_PX;
  if (frame + 1 >= end && rest <= minRest && deeper <= 0) return NONE;
  const parts: Part[] = [];
  let run: Run | undefined;
  const endRun = () => {
    if (run) parts.push(partOf(run));
    run = undefined;
  };
  const narrow = (): Run => {
    run ??= { node: frame, widest: -1, samples: 0, nodes: [], omitted: 0 };
    return run;
  };
  for (let child = frame + 1; child < end; child = tree.end[child] ?? end) {
    const samples = total[child] ?? 0;
    rest -= samples;
    if (samples <= 0) continue;
    if (samples >= minSamples) {
      endRun();
      parts.push({ node: child, samples, block: undefined });
      continue;
    }
    const into = narrow();
    into.nodes.push(child);
    into.samples += samples;
    if (samples > into.widest) {
      into.node = child;
      into.widest = samples;
    }
  }
  if (rest > minRest) {
    const into = narrow();
    into.samples += rest;
    into.omitted = tree.omitted?.[frame] || undefined;
  }
  endRun();
  if (deeper > 0)
    parts.push({ node: frame, samples: deeper, block: { nodes: [], omitted: 0, isDeeper: true } });
  return parts;
}

function partOf({ node, widest, samples, nodes, omitted }: Run): Part {
  const isFrame = nodes.length === 1 && samples === widest;
  return { node, samples, block: isFrame ? undefined : { nodes, omitted } };
}
