import { setImmediate as turn } from 'node:timers/promises';
import type { Timing } from './timing';

/** Waits no longer than other work takes, and remembers how long it should have waited. */
export class NoWaiting implements Timing {
  readonly waitedMs: number[] = [];
  random = () => 0;
  // The real time, so that local-aws can take as long as it needs before any limit.
  now = () => performance.now();

  async wait(ms: number, signal?: AbortSignal): Promise<void> {
    this.waitedMs.push(ms);
    await turn();
    signal?.throwIfAborted();
  }
}

/** As NoWaiting, with a clock that only waits move on, and the time of work, which tests add. */
export class CountedWaits extends NoWaiting {
  workedMs = 0;
  override now = () => this.waitedMs.reduce((sum, ms) => sum + ms, this.workedMs);
}
