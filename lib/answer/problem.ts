/** Why a panel has no data. AWS's error codes keep their names (ThrottlingException …). */
export type Problem = {
  code: string;
  /** One or two sentences: what failed and what the viewer can do. Never a stack, path, ARN or credential. */
  message: string;
  /** HTTP status of the answer that carries this problem. */
  status: number;
  /** The parameter that a 400 is about. */
  field?: string;
  /** AWS's request id, which its support asks for. */
  requestId?: string;
  /** Seconds after which a retry makes sense. */
  retryAfterSeconds?: number;
  /** The same request may succeed later. */
  retryable: boolean;
};

/** Body of every answer with a status of 400 or more. */
export type ProblemBody = { error: Problem };

const BRAND = Symbol.for('triptych.problem');

/**
 * A Problem as an error. Next bundles pages and route handlers separately, each with its own copy of this
 * class, and both may wait for one call: `instanceof` therefore accepts instances of either copy.
 */
export class ProblemError extends Error {
  readonly [BRAND] = true;

  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = 'ProblemError';
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && BRAND in value;
  }
}

/** The code of every problem about a resource that AWS does not have. */
export const NOT_FOUND = 'ResourceNotFoundException';

/** Whether AWS reported that a resource does not exist. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === NOT_FOUND;

/** The code of problems about an answer that a shared link does not keep. */
export const NOT_KEPT = 'NotKept';

/** Whether a shared link does not keep an answer, because its page did not show it when it was made. */
export const isNotKept = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === NOT_KEPT;

/** The code of what is wrong with a request itself, which is refused again. */
export const BAD_INPUT = 'BadInput';

/** A problem with what the client sent, a 400 by default; `field` is the parameter it is about. */
export const badInput = (message: string, field?: string, status = 400) =>
  new ProblemError({ code: BAD_INPUT, message, status, ...(field ? { field } : {}), retryable: false });
