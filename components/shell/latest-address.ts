/** A step through the history that waits longer is made without Next's commit. */
const MAX_WAIT_MS = 5000;

/** More than anyone chooses before one is committed. */
const MAX_CHOSEN = 100;

/**
 * Keeps the address at the latest choice. Next writes the address of each state that it commits, even if a later choice
 * has superseded it. On a busy page the later choice would then be missing from the address for seconds, and a third one,
 * based on that address, would lose it for good.
 *
 * A step back or forward before Next has committed the last choice waits for that. Next would else commit both at once, and parts of
 * the page that have drawn the choice already, and see no other address than before it, would keep it.
 */
export class LatestAddress {
  /** The last settled address and those chosen since, in order. */
  #chosen: string[] = [];
  /** Index of the last of them that Next has committed. */
  #committed = 0;
  #isWritten = true;
  #isGuarding = false;
  /** Ends the waiting of a step through the history; undefined while none waits. */
  #endWait: (() => void) | undefined;

  /** `onStep` tells Next of a step through the history that has waited. */
  constructor(
    readonly address: () => string,
    private readonly onStep: () => void,
  ) {}

  /** Registers a choice that is written next. Returns it unchanged. */
  choose = (search: URLSearchParams): URLSearchParams => {
    if (this.#chosen.length > MAX_CHOSEN) this.forget();
    if (this.#chosen.length === 0) this.#chosen.push(this.#pathOf(this.address()));
    const to = new URL(this.address());
    to.search = search.toString();
    this.#chosen.push(this.#pathOf(to));
    this.#isWritten = false;
    return search;
  };

  /** Stops the event of a step through the history if the last choice isn't committed yet. */
  step = (event: Pick<Event, 'stopImmediatePropagation'>): void => {
    if (this.#chosen.length === 0) return;
    event.stopImmediatePropagation();
    if (this.#endWait) return;
    const timer = setTimeout(() => this.#stepNow(), MAX_WAIT_MS);
    this.#endWait = () => clearTimeout(timer);
  };

  /** Accepts whatever is written from now on, after a navigation. */
  forget = (): void => {
    this.#endWait?.();
    this.#endWait = undefined;
    this.#chosen = [];
    this.#committed = 0;
    this.#isWritten = true;
  };

  /** Guards a history permanently, because Next later wraps the guard. */
  guard(history: Pick<History, 'pushState' | 'replaceState'>): void {
    if (this.#isGuarding) return;
    this.#isGuarding = true;
    const { pushState, replaceState } = history;
    history.pushState = (state, unused, url) => {
      if (!this.#isOwn()) this.forget();
      pushState.call(history, state, unused, url);
    };
    history.replaceState = (state, unused, url) => {
      const isOwn = this.#isOwn();
      if (isOwn || url === undefined || url === null) replaceState.call(history, state, unused, url);
      // The entry that was stepped to keeps its own state.
      else if (this.#endWait) this.#commitBeforeStep(url);
      else replaceState.call(history, state, unused, this.#isLate(url) ? this.address() : url);
    };
  }

  #commitBeforeStep(url: string | URL): void {
    // It forgets all choices with the last one.
    if (!this.#isLate(url)) queueMicrotask(this.onStep);
  }

  #stepNow(): void {
    this.forget();
    this.onStep();
  }

  /** A choice is written right after it is made, before anything else. */
  #isOwn(): boolean {
    const isOwn = !this.#isWritten;
    this.#isWritten = true;
    return isOwn;
  }

  /** Whether a later choice superseded the committed address. Commits follow the order of the choices, with gaps. */
  #isLate(url: string | URL): boolean {
    const path = this.#pathOf(url);
    const at =
      this.#chosen[this.#committed] === path ? this.#committed : this.#chosen.indexOf(path, this.#committed);
    if (at < 0 || at === this.#chosen.length - 1) {
      this.forget();
      return false;
    }
    this.#committed = at;
    return true;
  }

  #pathOf(url: string | URL): string {
    const { pathname, searchParams } = new URL(url, this.address());
    return `${pathname}?${searchParams}`;
  }
}
