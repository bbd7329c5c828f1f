import { readFile, stat } from 'node:fs/promises';

const MAX_FILE_BYTES = 1024 * 1024;

/** A file that a user edits, read whenever it has changed. */
export class WatchedFile {
  /** The file's version at the last check, and the one last read. */
  #seenVersion: string | undefined;
  #readVersion: string | undefined;

  constructor(private readonly path: string) {}

  /**
   * Returns the file's text, `{ text: undefined }` when there is no file, and undefined when it hasn't changed since it was
   * read. A changed file may be half written, so it is read once two checks in a row see the same version, or at once with
   * `isSettled`. Throws an Error, once for each version of the file, when it can't be read.
   */
  async check({ isSettled = false } = {}): Promise<{ text: string | undefined } | undefined> {
    const { version, size, error } = await this.#stat();
    const isReadable = isSettled || version === this.#seenVersion;
    this.#seenVersion = version;
    if (version === this.#readVersion || !isReadable) return undefined;
    this.#readVersion = version;
    if (error) throw error;
    if (size === undefined) return { text: undefined };
    if (size > MAX_FILE_BYTES) throw new Error(`it is larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB.`);
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw unreadable(error);
    });
    const after = await this.#stat();
    if (after.version === version) return { text };
    this.#readVersion = undefined;
    return undefined;
  }

  /** Identity of a version of the file, and its size; neither size nor error when there is no file. */
  async #stat(): Promise<{ version: string; size?: number; error?: Error }> {
    try {
      const stats = await stat(this.path);
      if (!stats.isFile()) return { version: 'not a file', error: new Error('it is not a file.') };
      const { mtimeMs, size, ino } = stats;
      return { version: `${mtimeMs} ${size} ${ino}`, size };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return { version: 'none' };
      return { version: `unreadable ${code}`, error: unreadable(error as NodeJS.ErrnoException) };
    }
  }
}

const unreadable = ({ code, name }: NodeJS.ErrnoException) =>
  new Error(`it can't be read (${code ?? name}).`);
