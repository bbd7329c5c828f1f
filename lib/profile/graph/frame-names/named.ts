/** The parts of a function's name, as far as its form is known. */
export type Named = {
  /** `java.util`, `std`, `github.com/user/repo`; '' when the name has none. */
  package: string;
  /** Class, type or namespace that the function belongs to, as written. */
  class: string;
  function: string;
  /** Short enough for a frame: `HashMap.get`, `vector<…>::push_back`. */
  label: string;
};

/** A name without further parts. */
export const plainName = (text: string): Named => ({ package: '', class: '', function: text, label: text });

/** `<Sleep>`, `(idle)`, `<Truncated>`: names in place of a function. */
export const SYNTHETIC = /^(?:<[^>:]*>|\([^):]*\))$/;
