import { counted } from '@/lib/answer/counted';
import { deeperThan } from './deeper-text';

type FrameCounts = {
  frames: number;
  deepest: number;
  framesLeftOut: number;
  isBounded?: boolean;
  deeper?: { maxDepth: number };
};

/** Size of a profile, and the number of frames that its graph leaves out. */
export function frameCountText(counts: FrameCounts): string {
  const { frames, deepest, framesLeftOut, isBounded, deeper } = counts;
  const depth = deeper
    ? `without those ${deeperThan(deeper.maxDepth)}`
    : `deepest stack ${counted(deepest, 'frame')}`;
  const size = `${counted(frames, 'frame')}, ${depth}.`;
  const bound = isBounded
    ? ' There are too many frames of a pixel or more to draw them all: only the widest are drawn.'
    : '';
  if (framesLeftOut === 0) return size + bound;
  const [are, they] = framesLeftOut === 1 ? ['is', 'it counts'] : ['are', 'they count'];
  const why = isBounded ? `${are} not drawn` : `${are} narrower than a pixel`;
  return `${size}${bound} ${counted(framesLeftOut, 'frame')} ${why}: ${they} in the total of the callers, in no drawn frame’s self.`;
}
