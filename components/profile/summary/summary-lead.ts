/** States in which a thread uses the processor, and those in which it waits. */
const RUNNING = new Set(['RUNNABLE', 'NATIVE']);
const WAITING = new Set(['BLOCKED', 'WAITING', 'TIMED_WAITING', 'IDLE']);

/** What most of the samples in the given thread states are. CPU includes BLOCKED, as in CodeGuru Profiler. */
export function summaryLead(states: readonly string[]): string {
  if (states.length > 0 && states.every((state) => WAITING.has(state))) return 'Most waiting time';
  if (states.length > 0 && states.every((state) => RUNNING.has(state) || state === 'BLOCKED')) {
    return 'Most CPU';
  }
  return 'Most samples';
}
