export type Environment = Record<string, string | undefined>;

/** Runs with the arguments after its name and resolves to the text to print. Rejects with a sentence when it can't. */
export type Command = (args: string[], environment: Environment) => Promise<string>;
