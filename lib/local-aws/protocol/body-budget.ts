import { ServiceError } from './service-error';

/** Eight of the largest bodies. */
const MAX_BYTES = 512 * 1024 * 1024;

/** The part of the budget that one request uses. */
export type Lease = { take(bytes: number): void; release(): void };

/** Limits the memory used by the bodies of all requests in flight. */
export class BodyBudget {
  #used = 0;

  constructor(readonly maxBytes = MAX_BYTES) {}

  /** `take` throws a ThrottlingException, which clients retry, when the budget is exceeded. */
  lease(): Lease {
    let taken = 0;
    return {
      take: (bytes) => {
        if (this.#used + bytes > this.maxBytes) throw throttled();
        this.#used += bytes;
        taken += bytes;
      },
      release: () => {
        this.#used -= taken;
        taken = 0;
      },
    };
  }
}

const throttled = () =>
  new ServiceError(
    'ThrottlingException',
    429,
    'Too many large requests are in flight.',
    {},
    { 'retry-after': '1', connection: 'close' },
  );
