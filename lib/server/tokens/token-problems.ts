import { ProblemError } from '@/lib/answer/problem';

const problem = (code: string, status: number, message: string) =>
  new ProblemError({ code, message, status, retryable: false });

export const tooManyTokens = (max: number) =>
  problem('TooManyTokens', 409, `There are ${max} tokens already. Revoke one first.`);

export const tokensAreOff = () =>
  problem('NoTokens', 409, 'Without sign-in there are no tokens: programs on this machine need none.');

export const nowhereToKeepTokens = () =>
  problem('NoTokens', 503, 'Tokens can’t be kept, because this server has no data folder.');

/** The same for an unknown, a revoked and an expired token, so that it tells nothing about which it was. */
export const badToken = () =>
  problem('BadToken', 401, 'This token is not valid. Ask an operator of the dashboard for another one.');
