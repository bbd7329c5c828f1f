import { UndecodableProfile } from '../../tree/undecodable';

/** The types of columns on disk. */
export type Section = Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array | Float64Array;

type SectionKind<Kind extends Section> = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, offset: number, length: number): Kind;
};

/** Each section begins at a multiple of this, so that a typed array can be a view of it. */
const ALIGNMENT = 8;

const aligned = (length: number) => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

const bytesOf = ({ buffer, byteOffset, byteLength }: Section) =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The sections one after the other, each padded with zeros. */
export function joinSections(sections: readonly Section[]): Uint8Array {
  const joined = new Uint8Array(sections.reduce((sum, { byteLength }) => sum + aligned(byteLength), 0));
  let at = 0;
  for (const section of sections) {
    joined.set(bytesOf(section), at);
    at += aligned(section.byteLength);
  }
  return joined;
}

/** Reads the output of `joinSections` as views of the same bytes, or of a copy if these are not aligned. */
export class SectionReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes.byteOffset % ALIGNMENT === 0 ? bytes : Uint8Array.from(bytes);
  }

  /** The next section. Throws UndecodableProfile when it is cut off. */
  next<Kind extends Section>(kind: SectionKind<Kind>, length: number): Kind {
    const start = this.#at;
    const end = start + aligned(length * kind.BYTES_PER_ELEMENT);
    if (!Number.isInteger(length) || length < 0 || end > this.#bytes.length) throw wrongLength();
    this.#at = end;
    return new kind(this.#bytes.buffer, this.#bytes.byteOffset + start, length);
  }

  /** Checks that nothing is left to read. */
  finish(): void {
    if (this.#at !== this.#bytes.length) throw wrongLength();
  }
}

const wrongLength = () => new UndecodableProfile('The stored profile doesn’t have the length it declares.');
