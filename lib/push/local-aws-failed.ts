/** A push that local-aws didn't complete, through no fault of the file. The message has nothing of its answer, which is the cause. */
export class LocalAwsFailed extends Error {
  override readonly name = 'LocalAwsFailed';

  constructor(
    file: string,
    /** Whether it has too many posts to process, rather than an error. */
    readonly isBusy: boolean,
    /** Whether a part of the file was pushed before. */
    readonly hasPosted: boolean,
    override readonly cause: Error,
  ) {
    const reason = isBusy
      ? 'local-aws has too many posts to process.'
      : 'local-aws failed to store it: its log has the details.';
    super(
      hasPosted
        ? `${file} was pushed in part. ${reason}`
        : `${file} was not pushed. ${reason} Try again in a few seconds.`,
    );
  }
}
