/** Interns strings; indexes count up in order of first appearance. */
export class StringTable {
  readonly strings: string[] = [];
  readonly #indexes = new Map<string, number>();

  index(text: string): number {
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    this.#indexes.set(text, this.strings.length);
    return this.strings.push(text) - 1;
  }
}
