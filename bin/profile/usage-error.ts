/** What was asked for can't be understood: a sentence, and exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What `parse` gives; what it throws is a fault of usage. */
export function asUsage<Value>(parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
