import { counted } from '@/lib/answer/counted';
import { deeperThan } from './deeper-text';

type FrameCounts = {
  frames: number;
  deepest: number;
  framesLeftOut: number;
  deeper?: { maxDepth: number };
};

/** Size of a profile, and the number of frames that its graph leaves out. */
export function frameCountText({ frames, deepest, framesLeftOut, deeper }: FrameCounts): string {
  const depth = deeper
    ? `without those ${deeperThan(deeper.maxDepth)}`
    : `deepest stack ${counted(deepest, 'frame')}`;
  const size = `${counted(frames, 'frame')}, ${depth}.`;
  if (framesLeftOut === 0) return size;
  const are = framesLeftOut === 1 ? 'is' : 'are';
  return `${size} ${counted(framesLeftOut, 'frame')} ${are} too narrow to show and counted in the parent.`;
}
