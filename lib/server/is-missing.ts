import { isNotFound } from '@/lib/answer/problem';
import { SECOND } from '@/lib/time/duration';

/**
 * Whether AWS says, within two seconds, that there is no such resource: a page is then a 404. Any other
 * failure, and a slow answer, is left to the panels.
 */
export async function isMissing(ask: (signal: AbortSignal) => Promise<unknown>): Promise<boolean> {
  try {
    await ask(AbortSignal.timeout(2 * SECOND));
    return false;
  } catch (error) {
    return isNotFound(error);
  }
}
