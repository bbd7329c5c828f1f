/**
 * Why a panel has no data. Codes of AWS keep their names (ThrottlingException …); ours are listed here.
 * `field` names the offending parameter of a 400.
 */
export type Problem = {
  code: string;
  /** One or two sentences: what happened and what the viewer can do. Never a stack, path, ARN or credential. */
  message: string;
  /** HTTP status of the answer that carries this problem. */
  status: number;
  field?: string;
  /** AWS's request id, to quote to support. */
  requestId?: string;
  /** Seconds after which a new try makes sense. */
  retryAfterSeconds?: number;
  /** The same request may succeed later. */
  retryable: boolean;
};

/** Body of every answer with a status of 400 or more. */
export type ProblemBody = { error: Problem };

const BRAND = Symbol.for('triptych.problem');

/**
 * Next bundles pages and route handlers apart, each with a class of its own, and both may wait for one call: an instance
 * of either is one of both.
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
