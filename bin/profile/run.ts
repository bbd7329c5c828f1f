import { create } from './create';

export type Environment = Record<string, string | undefined>;

/** Does what its arguments say and gives what is to be printed. Throws a sentence when it can't. */
export type Command = (args: string[], environment: Environment) => Promise<string>;

const USAGE = `Usage: npm run profile -- create NAME [options]    makes a profiling group on a running local-aws

  --endpoint URL         where local-aws is (default AWS_ENDPOINT_URL_CODEGURUPROFILER,
                         AWS_ENDPOINT_URL or http://127.0.0.1:4599)
  --platform PLATFORM    Default or AWSLambda (default Default)
  --help`;

const COMMANDS: ReadonlyMap<string, Command> = new Map([['create', create]]);

/** The profile command; resolves to its exit code. */
export async function runProfile(args: string[], environment: Environment): Promise<number> {
  const [name = '', ...rest] = args;
  const command = COMMANDS.get(name);
  try {
    if (args.length === 0 || args.includes('--help')) console.log(USAGE);
    else if (command) console.log(await command(rest, environment));
    else throw new Error(`There is no command ${name}. It is one of: ${[...COMMANDS.keys()].join(', ')}.`);
    return 0;
  } catch (error) {
    console.error(`profile: ${error instanceof Error ? error.message : error}`);
    return 1;
  }
}
