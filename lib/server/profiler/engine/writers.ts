import type { CallTree } from '@/lib/profile/call-tree';
import type { WrittenFormat } from '@/lib/profile/export/formats';
import { writeProfile } from '@/lib/profile/export/write';
import type { Title, Written } from '@/lib/profile/export/written';
import { type DataChoice, inOrder, statesOf } from '@/lib/profile/states';

/** A file to be written of a profile; `writer` names it from then on. Times are epoch milliseconds. */
export type WriteChoice = {
  writer: string;
  format: WrittenFormat;
  data: DataChoice;
  title: Title;
  start?: number | undefined;
  end?: number | undefined;
};

export type FileSize = Pick<Written, 'mostBytes' | 'longestStackBytes'>;

/** What is handed over at a time. */
const PIECE_BYTES = 1 << 18;

/** Files that are being written, each as far as it was asked for. */
export class Writers {
  readonly #chunks = new Map<string, Generator<Uint8Array>>();

  begin(tree: CallTree, { writer, format, data, title, start, end }: WriteChoice): FileSize {
    const states = statesOf(data, inOrder(tree.states));
    const times = { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
    const written = writeProfile({ tree, sampleWeights: {}, ...times }, format, states, title);
    this.#chunks.set(writer, written.chunks());
    return { mostBytes: written.mostBytes, longestStackBytes: written.longestStackBytes };
  }

  /** The next piece; 'end' after the last, undefined when nothing of that name is being written. */
  next(writer: string): Uint8Array | 'end' | undefined {
    const chunks = this.#chunks.get(writer);
    if (!chunks) return undefined;
    const pieces: Uint8Array[] = [];
    for (let bytes = 0; bytes < PIECE_BYTES; ) {
      const { value, done } = chunks.next();
      if (done) break;
      pieces.push(value);
      bytes += value.length;
    }
    if (pieces.length > 0) return Buffer.concat(pieces);
    this.end(writer);
    return 'end';
  }

  end(writer: string): undefined {
    this.#chunks.delete(writer);
  }
}
