import { env } from '../env';
import { processWide } from '../process-wide';
import { SelfProfiler } from './self-profiler';

/** Profiles the dashboard's own server when TRIPTYCH_SELF_PROFILE=1, until SIGTERM. */
export function startSelfProfile(): void {
  if (!env().TRIPTYCH_SELF_PROFILE) return;
  processWide('self-profiler', () => {
    const profiler = new SelfProfiler();
    profiler.start();
    process.once('SIGTERM', () => {
      profiler.stop();
      // A listener disables the signal's default action, and there may be no other one that ends the process.
      if (process.listenerCount('SIGTERM') === 0) process.kill(process.pid, 'SIGTERM');
    });
    return profiler;
  });
}
