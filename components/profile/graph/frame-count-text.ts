import { counted } from '@/lib/answer/counted';

type FrameCounts = { frames: number; deepest: number; framesLeftOut: number };

/** Size of a profile, and the number of frames that its graph leaves out. */
export function frameCountText({ frames, deepest, framesLeftOut }: FrameCounts): string {
  const size = `${counted(frames, 'frame')}, deepest stack ${counted(deepest, 'frame')}.`;
  if (framesLeftOut === 0) return size;
  const are = framesLeftOut === 1 ? 'is' : 'are';
  return `${size} ${counted(framesLeftOut, 'frame')} ${are} too narrow to show and counted in the parent.`;
}
