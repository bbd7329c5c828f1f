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

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = 'ProblemError';
  }
}
