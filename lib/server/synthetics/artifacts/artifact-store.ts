export type FoundFile = { name: string; bytes(): Promise<number | undefined> };

/** The files of one run, in a folder of local-aws or in S3. */
export type ArtifactStore = {
  isLocal: boolean;
  /** The files in no order; undefined if there is no such folder. `isCut`: there are more. Rejects with a ProblemError. */
  list(): Promise<{ files: FoundFile[]; isCut: boolean } | undefined>;
  /** The bytes of a file. Rejects with a ProblemError, also for a file beyond `maxBytes`. */
  read(file: string, maxBytes: number): Promise<Uint8Array>;
};
