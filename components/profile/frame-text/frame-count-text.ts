import { counted } from '@/lib/answer/counted';
import { deeperThan } from './deeper-text';

type FrameCounts = {
  frames: number;
  deepest: number;
  /** Absent when some are left out, but their number isn't known. */
  framesLeftOut?: number;
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
  return `${size}${bound} ${leftOutText(framesLeftOut, isBounded)}`;
}

function leftOutText(framesLeftOut: number | undefined, isBounded: boolean | undefined): string {
  if (framesLeftOut === undefined) {
    const others = isBounded ? 'The others' : 'Frames narrower than a pixel are not drawn: they';
    return `${others} count in the total of their parents, in no drawn frame’s self.`;
  }
  const [are, they] = framesLeftOut === 1 ? ['is', 'it counts'] : ['are', 'they count'];
  const why = isBounded ? `${are} not drawn` : `${are} narrower than a pixel`;
  return `${counted(framesLeftOut, 'frame')} ${why}: ${they} in the total of the callers, in no drawn frame’s self.`;
}
