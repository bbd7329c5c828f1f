import { SIGNED_OUT } from '@/lib/answer/access';
import { ProblemError } from '@/lib/answer/problem';

const problem = (code: string, status: number, message: string, retryable = false) =>
  new ProblemError({ code, message, status, retryable });

/** The same for a missing, an expired and a forged session, so that it tells nothing about which it was. */
export const signedOut = () => problem(SIGNED_OUT, 401, 'You are signed out. Sign in again.');

export const noAccess = (name: string) =>
  problem(
    'NoAccess',
    403,
    `${name} is signed in but may not see this dashboard. Ask its operators for access.`,
  );

export const onlyOperators = (sentence: string) => problem('OnlyOperators', 403, sentence);

export const keysUnreachable = () =>
  problem(
    'SignInUnreachable',
    503,
    'The dashboard can’t check sign-ins at the moment, because it can’t read the keys for that. Try again.',
    true,
  );

export const tooManyRequests = (retryAfterSeconds: number) =>
  new ProblemError({
    code: 'TooManyRequests',
    message: `You have sent too many requests within a minute. Try again in ${retryAfterSeconds} s.`,
    status: 429,
    retryable: true,
    retryAfterSeconds,
  });
