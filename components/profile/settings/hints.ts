import type { StatePreset } from '@/lib/profile/tree/states';

/** Explanations of the self and total of a function. */
export const KIND_HINTS = {
  self: 'Samples taken while the function was on top of the stack: it ran itself.',
  total: 'Samples of the function and of everything it called. Recursive calls count once.',
} as const;

/** Explanations of the sets of thread states. */
export const STATE_HINTS: Record<StatePreset, string> = {
  cpu: 'Samples in RUNNABLE, BLOCKED and NATIVE, as in the AWS console: what keeps processors busy.',
  latency: 'Samples in all thread states except IDLE, so waiting counts too: why requests take long.',
  all: 'Samples in all thread states, idle threads included.',
};
