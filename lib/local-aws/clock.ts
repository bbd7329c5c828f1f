/** The time by which the local services align, expire and forget. Epoch milliseconds. */
export type Clock = { now(): number };

/** One that tests can set. */
export type Settable = Clock & { set(now: number): void };

export const isSettable = (clock: Clock): clock is Settable => 'set' in clock;

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is set. */
export class SettableClock implements Settable {
  #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  set(now: number): void {
    this.#now = now;
  }
}

/** A clock that goes on from wherever it is set. */
export class MovableClock implements Settable {
  #ahead = 0;

  now(): number {
    return Date.now() + this.#ahead;
  }

  set(now: number): void {
    this.#ahead = now - Date.now();
  }
}
