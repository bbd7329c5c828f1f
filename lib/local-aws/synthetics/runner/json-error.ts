const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const MAX_DEPTH = 100;

/** Where a text stops being valid JSON, as `line 3, column 7`; undefined when it is valid or nested too deeply to check. */
export function jsonErrorPlace(text: string): string | undefined {
  const scan = new Scan(text);
  if (scan.document()) return undefined;
  const before = text.slice(0, scan.at).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** Scans a text as far as it is valid JSON. Each method returns whether it matched, and leaves `at` where it stopped. */
class Scan {
  at = 0;

  constructor(private readonly text: string) {}

  document(): boolean {
    if (!this.#value(0)) return false;
    this.#take(SPACE);
    return this.at === this.text.length;
  }

  #value(depth: number): boolean {
    this.#take(SPACE);
    if (depth > MAX_DEPTH) return false;
    if (this.#character('{')) return this.#list('}', () => this.#member(depth));
    if (this.#character('[')) return this.#list(']', () => this.#value(depth + 1));
    return this.#take(STRING) || this.#take(SCALAR);
  }

  #member(depth: number): boolean {
    this.#take(SPACE);
    if (!this.#take(STRING)) return false;
    this.#take(SPACE);
    return this.#character(':') && this.#value(depth + 1);
  }

  #list(end: string, item: () => boolean): boolean {
    this.#take(SPACE);
    if (this.#character(end)) return true;
    do {
      if (!item()) return false;
      this.#take(SPACE);
    } while (this.#character(','));
    return this.#character(end);
  }

  #character(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }
}
