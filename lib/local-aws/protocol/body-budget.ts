import { ServiceError } from './service-error';

/** [?] Eight of the largest bodies. */
const MAX_BYTES = 512 * 1024 * 1024;

/** What one request holds of the room. */
export type Share = { take(bytes: number): void; release(): void };

/** Room for the bodies of all requests under way, so that many large ones at once are sent away, not held. */
export class BodyBudget {
  #held = 0;

  constructor(readonly most = MAX_BYTES) {}

  /** `take` throws a ThrottlingException, which clients try again, when the room is full. */
  share(): Share {
    let held = 0;
    return {
      take: (bytes) => {
        if (this.#held + bytes > this.most) throw full();
        this.#held += bytes;
        held += bytes;
      },
      release: () => {
        this.#held -= held;
        held = 0;
      },
    };
  }
}

const full = () =>
  new ServiceError(
    'ThrottlingException',
    429,
    'Too many large requests came at once.',
    {},
    { 'retry-after': '1', connection: 'close' },
  );
