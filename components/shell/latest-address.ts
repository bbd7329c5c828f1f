/**
 * Keeps the address at what was chosen last. Next writes the address of each state that it commits, also of one
 * that a later choice has overtaken; on a busy page that takes seconds, in which the choice is gone from the
 * address, and a third one, added to what stands there, would lose it for good.
 */
export class LatestAddress {
  /** The query string that stood when all was quiet, and those chosen since, in order. */
  #chosen: string[] = [];
  #isWritten = false;

  constructor(readonly address: () => string) {}

  /** A choice that is about to be written; as it came. */
  choose = (search: URLSearchParams): URLSearchParams => {
    if (this.#chosen.length === 0) this.#chosen.push(this.#searchOf(this.address()));
    this.#chosen.push(search.toString());
    this.#isWritten = false;
    return search;
  };

  /** The user went to another entry of the history. */
  forget = (): void => {
    this.#chosen = [];
  };

  /** Guards a history until the function that it returns is called. */
  guard(history: Pick<History, 'pushState' | 'replaceState'>): () => void {
    const { pushState, replaceState } = history;
    history.pushState = (state, unused, url) => {
      this.#write(url);
      pushState.call(history, state, unused, url);
    };
    history.replaceState = (state, unused, url) => {
      const isLate = this.#write(url);
      replaceState.call(history, state, unused, isLate ? this.address() : url);
    };
    return () => Object.assign(history, { pushState, replaceState });
  }

  /** Whether an address that is written was overtaken. The last one is written when chosen, and when committed. */
  #write(url: string | URL | null | undefined): boolean {
    if (url === undefined || url === null) return false;
    const at = this.#chosen.lastIndexOf(this.#searchOf(url));
    if (at >= 0 && at < this.#chosen.length - 1) return true;
    if (at < 0 || this.#isWritten) this.forget();
    else this.#isWritten = true;
    return false;
  }

  #searchOf(url: string | URL): string {
    return new URL(url, this.address()).searchParams.toString();
  }
}
