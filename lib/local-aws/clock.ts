/** The time in epoch milliseconds by which the local services align, expire and delete. */
export type Clock = { now(): number };

/** A clock that tests can set. */
export type Settable = Clock & { set(now: number): void };

export const isSettable = (clock: Clock): clock is Settable => 'set' in clock;

export const systemClock: Clock = { now: () => Date.now() };

/** A stopped clock: it only changes when it is set. */
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

/** A clock that keeps running from wherever it is set. */
export class MovableClock implements Settable {
  #offset = 0;

  now(): number {
    return Date.now() + this.#offset;
  }

  set(now: number): void {
    this.#offset = now - Date.now();
  }
}
