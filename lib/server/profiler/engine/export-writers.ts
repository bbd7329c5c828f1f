import type { ConvertedFormat } from '@/lib/profile/export/formats';
import type { ExportStream, ExportTitle } from '@/lib/profile/export/writers/export-stream';
import { writeProfile } from '@/lib/profile/export/writers/write-profile';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import {
  chosenStates,
  chosenStatesOrAll,
  occurringStates,
  type StateChoice,
} from '@/lib/profile/tree/states';
import { SECOND } from '@/lib/time/duration';

const CHUNK_BYTES = 1 << 18;
/** Exports at once: each takes about 30 bytes per node while it is written. */
const MAX_WRITERS = 8;
/** An export that was not read for this long is ended when another one needs its place. */
const STALLED_AFTER_MS = 60 * SECOND;

/** A file to write from a profile; later operations refer to it by `id`. Times are epoch milliseconds. */
export type ExportFile = {
  id: string;
  format: ConvertedFormat;
  data: StateChoice;
  title: ExportTitle;
  start?: number | undefined;
  end?: number | undefined;
};

/** The size of the file, the thread states it includes, and all that the profile has. */
export type ExportStart = Pick<ExportStream, 'maxBytes' | 'maxStackBytes'> & {
  states: string[];
  occurring: string[];
};

type Writer = { chunks: Generator<Uint8Array>; readAt: number };

/** The files being exported, each written as far as it was read, the one read longest ago first. */
export class ExportWriters {
  readonly #writers = new Map<string, Writer>();

  constructor(readonly now: () => number = () => performance.now()) {}

  /** Returns 'busy' when too many files are being exported. */
  start(tree: CallTree, { id, format, data, title, start, end }: ExportFile): ExportStart | 'busy' {
    if (!this.#hasRoom()) return 'busy';
    const occurring = occurringStates(tree);
    const states =
      typeof data === 'string' ? chosenStatesOrAll(data, occurring) : chosenStates(data, occurring);
    const times = { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
    const written = writeProfile({ tree, sampleWeights: {}, ...times }, format, states, title);
    this.#writers.set(id, { chunks: written.chunks(), readAt: this.now() });
    const { maxBytes, maxStackBytes } = written;
    return { maxBytes, maxStackBytes, states, occurring };
  }

  /** The next chunk; 'end' after the last, undefined when no such file is being exported. */
  next(id: string): Uint8Array | 'end' | undefined {
    const writer = this.#writers.get(id);
    if (!writer) return undefined;
    this.#writers.delete(id);
    const chunk = nextChunk(writer.chunks);
    if (!chunk) return 'end';
    this.#writers.set(id, { ...writer, readAt: this.now() });
    return chunk;
  }

  end(id: string): undefined {
    this.#writers.delete(id);
  }

  #hasRoom(): boolean {
    for (const [id, { readAt }] of this.#writers) {
      if (this.now() - readAt >= STALLED_AFTER_MS) this.#writers.delete(id);
    }
    return this.#writers.size < MAX_WRITERS;
  }
}

function nextChunk(chunks: Generator<Uint8Array>): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  for (let bytes = 0; bytes < CHUNK_BYTES; ) {
    const { value, done } = chunks.next();
    if (done) break;
    pieces.push(value);
    bytes += value.length;
  }
  return pieces.length > 0 ? Buffer.concat(pieces) : undefined;
}
