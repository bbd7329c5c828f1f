/** More than anyone makes before one is committed. */
const MAX_CHOSEN = 100;

/**
 * Keeps the address at what was chosen last. Next writes the address of each state that it commits, also of one
 * that a later choice has overtaken; on a busy page that takes seconds, in which the choice is gone from the
 * address, and a third one, added to what stands there, would lose it for good.
 */
export class LatestAddress {
  /** The address that stood when all was quiet, and those chosen since, in order. */
  #chosen: string[] = [];
  /** Place of the last of them that Next has committed. */
  #committed = 0;
  #isWritten = true;
  #isGuarding = false;

  constructor(readonly address: () => string) {}

  /** A choice that is written next; as it came. */
  choose = (search: URLSearchParams): URLSearchParams => {
    if (this.#chosen.length > MAX_CHOSEN) this.forget();
    if (this.#chosen.length === 0) this.#chosen.push(this.#placeOf(this.address()));
    const to = new URL(this.address());
    to.search = search.toString();
    this.#chosen.push(this.#placeOf(to));
    this.#isWritten = false;
    return search;
  };

  /** Someone went elsewhere: what is written from now on is what is meant. */
  forget = (): void => {
    this.#chosen = [];
    this.#committed = 0;
    this.#isWritten = true;
  };

  /** Guards a history for good: what Next lays around the guard later could not be taken off again. */
  guard(history: Pick<History, 'pushState' | 'replaceState'>): void {
    if (this.#isGuarding) return;
    this.#isGuarding = true;
    const { pushState, replaceState } = history;
    history.pushState = (state, unused, url) => {
      if (!this.#isOwn()) this.forget();
      pushState.call(history, state, unused, url);
    };
    history.replaceState = (state, unused, url) => {
      const isLate = !this.#isOwn() && url !== undefined && url !== null && this.#isLate(url);
      replaceState.call(history, state, unused, isLate ? this.address() : url);
    };
  }

  /** A choice is written right after it was made, before anything else can be. */
  #isOwn(): boolean {
    const isOwn = !this.#isWritten;
    this.#isWritten = true;
    return isOwn;
  }

  /** Whether a commit of an address was overtaken. Commits come in the order of the choices, some left out. */
  #isLate(url: string | URL): boolean {
    const place = this.#placeOf(url);
    const at =
      this.#chosen[this.#committed] === place
        ? this.#committed
        : this.#chosen.indexOf(place, this.#committed);
    if (at < 0 || at === this.#chosen.length - 1) {
      this.forget();
      return false;
    }
    this.#committed = at;
    return true;
  }

  #placeOf(url: string | URL): string {
    const { pathname, searchParams } = new URL(url, this.address());
    return `${pathname}?${searchParams}`;
  }
}
