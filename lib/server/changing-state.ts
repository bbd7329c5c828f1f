import { untilAborted } from './shared-calls';

/** A state that changes, and whose changes can be waited for. */
export class ChangingState<State> {
  #current: State;
  #change = newChange();

  constructor(first: State) {
    this.#current = first;
  }

  get current(): State {
    return this.#current;
  }

  set(state: State): void {
    this.#current = state;
    const { happen } = this.#change;
    this.#change = newChange();
    happen();
  }

  /** Resolves with the next change. */
  get change(): Promise<void> {
    return this.#change.promise;
  }
}

/** Waits for a change, at most for some time, and returns whether there was one. Rejects when the signal is aborted. */
export async function changesWithin(
  change: Promise<void>,
  maxMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, maxMs, false);
  });
  try {
    return await untilAborted(Promise.race([change.then(() => true), silence]), signal);
  } finally {
    clearTimeout(timer);
  }
}

function newChange() {
  let happen = () => {};
  const promise = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return { promise, happen };
}
