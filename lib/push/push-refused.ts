/** A file that can't be pushed: a sentence that names it and the reason. */
export class PushRefused extends Error {
  override readonly name = 'PushRefused';

  constructor(
    file: string,
    sentence: string,
    /** Whether a part of it was pushed before. */
    readonly hasPosted = false,
  ) {
    super(`${file} can't be pushed. ${sentence}`);
  }
}
