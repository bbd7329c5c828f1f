/** Where links and archived answers are stored: files under short paths such as `a1b2/manifest`, in a folder or in S3. */
export type ObjectStore = {
  /** Resolves once the file survives a loss of power. Replaces an earlier one as a whole. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Undefined when there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Names of files in a folder in ascending order, at most `max` after `after`. */
  list(folder: string, options: { after?: string | undefined; max: number }): Promise<string[]>;
  /** Resolves also when there is no such file. */
  remove(path: string): Promise<void>;
  /** Removes a folder with its files. Resolves also when there is no such folder. */
  removeFolder(folder: string): Promise<void>;
};
