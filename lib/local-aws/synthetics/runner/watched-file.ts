import { readFile, stat } from 'node:fs/promises';

const LARGEST_FILE = 1024 * 1024;

/** A file that a user edits, read whenever it is another. */
export class WatchedFile {
  #seen: string | undefined;
  #read: string | undefined;

  constructor(private readonly path: string) {}

  /**
   * The file's text, undefined in it when there is no file; nothing when it is as last read. One that differs from the
   * last look may be half written: it is read once two looks see the same, or at once when `settled`. Throws a
   * sentence, once for each state of the file.
   */
  async look({ settled = false } = {}): Promise<{ text: string | undefined } | undefined> {
    const { mark, size, fault } = await this.#look();
    const isSettled = settled || mark === this.#seen;
    this.#seen = mark;
    if (mark === this.#read || !isSettled) return undefined;
    this.#read = mark;
    if (fault) throw fault;
    if (size === undefined) return { text: undefined };
    if (size > LARGEST_FILE) throw new Error(`it is larger than ${LARGEST_FILE / 1024 / 1024} MiB.`);
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw unreadable(error);
    });
    const after = await this.#look();
    if (after.mark === mark) return { text };
    this.#read = undefined;
    return undefined;
  }

  /** What tells one state of the file from another, and its size; neither size nor fault when there is no file. */
  async #look(): Promise<{ mark: string; size?: number; fault?: Error }> {
    try {
      const found = await stat(this.path);
      if (!found.isFile()) return { mark: 'no file', fault: new Error('it is no file.') };
      const { mtimeMs, size, ino } = found;
      return { mark: `${mtimeMs} ${size} ${ino}`, size };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return { mark: 'none' };
      return { mark: `unreadable ${code}`, fault: unreadable(error as NodeJS.ErrnoException) };
    }
  }
}

const unreadable = ({ code, name }: NodeJS.ErrnoException) =>
  new Error(`it can't be read (${code ?? name}).`);
