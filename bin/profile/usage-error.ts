/** Invalid arguments: a sentence, reported with exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Returns the result of `parse` and turns its errors into UsageErrors. */
export function asUsageError<Value>(parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
