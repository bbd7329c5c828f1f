import { SECOND } from '@/lib/time/duration';
import { type ChangingState, changesWithin } from './changing-state';

/** Progress is repeated after so long: proxies end an answer in which nothing is sent for a minute. */
export const MAX_SILENCE_MS = 15 * SECOND;

/** Pages that AWS sends within this time are sent together, because each line costs the server and the browser time. */
const MIN_SEND_MS = 250;

/** Waits until the next lines may be sent, as long as more is being read. `sentAt` is that of the last line, on performance's clock. */
export async function untilNextSend<State>(
  state: ChangingState<State>,
  sentAt: number,
  isReading: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  const at = sentAt + MIN_SEND_MS;
  for (let left = at - performance.now(); left > 0 && isReading(); left = at - performance.now())
    await changesWithin(state.change, left, signal);
}
