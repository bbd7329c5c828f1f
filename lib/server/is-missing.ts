import { isNotFound } from '@/lib/answer/problem';
import { SECOND } from '@/lib/time/duration';

const MAX_WAIT_MS = 2 * SECOND;

/**
 * Whether AWS reports within two seconds that a resource does not exist, so that its page is a 404. Other
 * failures and slow answers are left to the panels.
 */
export async function isMissing(read: (signal: AbortSignal) => Promise<unknown>): Promise<boolean> {
  try {
    await read(AbortSignal.timeout(MAX_WAIT_MS));
    return false;
  } catch (error) {
    return isNotFound(error);
  }
}
