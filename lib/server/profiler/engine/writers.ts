import type { ConvertedFormat } from '@/lib/profile/export/formats';
import type { ExportStream, ExportTitle } from '@/lib/profile/export/writers/export-stream';
import { writeProfile } from '@/lib/profile/export/writers/write-profile';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { chosenStates, type Data, occurringStates, statesOf } from '@/lib/profile/tree/states';
import { SECOND } from '@/lib/time/duration';

/** What is handed over at a time. */
const PIECE_BYTES = 1 << 18;
/** [?] Files at once: each holds some 30 bytes a node while it is written. */
const MOST_WRITERS = 8;
/** [?] A file of which nothing was asked for so long is given up when another begins. */
const STALLED_MS = 60 * SECOND;

/** A file to be written of a profile; `writer` names it from then on. Times are epoch milliseconds. */
export type WriteChoice = {
  writer: string;
  format: ConvertedFormat;
  data: Data;
  title: ExportTitle;
  start?: number | undefined;
  end?: number | undefined;
};

/** How large it will be, the thread states that will be in it, and those that the profile has. */
export type BegunFile = Pick<ExportStream, 'maxBytes' | 'maxStackBytes'> & {
  states: string[];
  occurring: string[];
};

type Writer = { chunks: Generator<Uint8Array>; askedAt: number };

/** Files that are being written, each as far as it was asked for. The one that was asked for longest ago stands first. */
export class Writers {
  readonly #writers = new Map<string, Writer>();

  constructor(readonly now: () => number = () => performance.now()) {}

  /** 'busy' when too many are being written. */
  begin(tree: CallTree, { writer, format, data, title, start, end }: WriteChoice): BegunFile | 'busy' {
    if (!this.#hasRoom()) return 'busy';
    const occurring = occurringStates(tree);
    const states = typeof data === 'string' ? statesOf(data, occurring) : chosenStates(data, occurring);
    const times = { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
    const written = writeProfile({ tree, sampleWeights: {}, ...times }, format, states, title);
    this.#writers.set(writer, { chunks: written.chunks(), askedAt: this.now() });
    const { maxBytes, maxStackBytes } = written;
    return { maxBytes, maxStackBytes, states, occurring };
  }

  /** The next piece; 'end' after the last, undefined when nothing of that name is being written. */
  next(writer: string): Uint8Array | 'end' | undefined {
    const found = this.#writers.get(writer);
    if (!found) return undefined;
    this.#writers.delete(writer);
    const piece = pieceOf(found.chunks);
    if (!piece) return 'end';
    this.#writers.set(writer, { ...found, askedAt: this.now() });
    return piece;
  }

  end(writer: string): undefined {
    this.#writers.delete(writer);
  }

  #hasRoom(): boolean {
    for (const [name, { askedAt }] of this.#writers) {
      if (this.now() - askedAt >= STALLED_MS) this.#writers.delete(name);
    }
    return this.#writers.size < MOST_WRITERS;
  }
}

function pieceOf(chunks: Generator<Uint8Array>): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  for (let bytes = 0; bytes < PIECE_BYTES; ) {
    const { value, done } = chunks.next();
    if (done) break;
    pieces.push(value);
    bytes += value.length;
  }
  return pieces.length > 0 ? Buffer.concat(pieces) : undefined;
}
