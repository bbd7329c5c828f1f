/** A file that can't be pushed: a sentence that names it and what is wrong. */
export class PushRefused extends Error {
  override readonly name = 'PushRefused';

  constructor(file: string, sentence: string) {
    super(`${file} can't be pushed. ${sentence}`);
  }
}
