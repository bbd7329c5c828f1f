import type { Problem } from '@/lib/answer/problem';
import { asProblemError } from '../aws/problem';

/** Why a link could not be stored. */
export function storageProblem(error: unknown): Problem {
  const isFull = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
  return isFull ? DISK_FULL : asProblemError(error).problem;
}

const DISK_FULL: Problem = {
  code: 'DiskFull',
  message:
    'The disk of the dashboard’s server is full, so the link was not kept. Free some space, and try again.',
  status: 507,
  retryable: false,
};
