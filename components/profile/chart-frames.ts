import type { CallTree } from '@/lib/profile/call-tree';
import type { FlameFrame } from '@/lib/profile/flame-layout';
import { parseFrame } from '@/lib/profile/frame';
import { frameFill, MATCH_HUE, PASSED_OVER_FILL, packageHue } from '@/lib/profile/frame-colour';
import type { ChartFrame } from './flame-chart';
import { ROOT_LABEL } from './frame-facts';

/** More than any frame is wide; a name can be a megabyte. */
const LONGEST_LABEL = 300;

/** The laid-out frames as d3 takes them, each with its colour and label. */
export function chartFrames(
  tree: CallTree,
  samples: Float64Array,
  frames: readonly FlameFrame[],
  matched: Uint8Array | undefined,
): ChartFrame {
  const looks = new Map<number, { label: string; fill: string }>();
  const lookOf = (node: number) => {
    const name = tree.name[node] ?? 0;
    const known = looks.get(name);
    if (known) return known;
    const frame = parseFrame(tree.names[name] ?? '');
    const look = {
      label: node === 0 ? ROOT_LABEL : frame.label.slice(0, LONGEST_LABEL),
      fill: frameFill(packageHue(frame.package)),
    };
    looks.set(name, look);
    return look;
  };
  const found = frameFill(MATCH_HUE);
  const chart = frames.map(({ node }, index): ChartFrame => {
    const { label, fill } = lookOf(node);
    return {
      name: label,
      value: samples[node] ?? 0,
      fill: matched ? (matched[node] ? found : PASSED_OVER_FILL) : fill,
      index,
      children: [],
    };
  });
  for (const [index, frame] of chart.entries()) chart[frames[index]?.parent ?? -1]?.children.push(frame);
  return chart[0] ?? { name: ROOT_LABEL, value: 0, fill: PASSED_OVER_FILL, index: 0, children: [] };
}
