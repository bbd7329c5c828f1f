import type { Command, Environment } from './command';
import { create } from './create';
import { push } from './push';
import { UsageError } from './usage-error';

const USAGE = `Usage: npm run profile -- create NAME [options]    makes a profiling group on a running local-aws
       npm run profile -- push FILE [options]      posts a profile that another tool saved

  --endpoint URL         where local-aws is (default AWS_ENDPOINT_URL_CODEGURUPROFILER,
                         AWS_ENDPOINT_URL or http://127.0.0.1:4599)
  --help

create:
  --platform PLATFORM    Default or AWSLambda (default Default)

push: a V8 .cpuprofile (node --cpu-prof, Chrome), pprof (Go and others), folded stacks (perf, py-spy, async-profiler)
or a JSON or Ion of CodeGuru Profiler, plain or gzipped; its content tells which
  --group NAME           the profiling group, made when there is none (default the file's name)
  --at INSTANT           when the profile began, such as 2026-06-01T13:15:02Z (default what the file says, else so that
                         it ends now)
  --state STATE          the thread state of all samples of folded stacks or pprof (default by their type, RUNNABLE)
  --sample-type TYPE     which numbers of a pprof profile are the samples (default those of threads)

Exit status: 0 done, 1 not done, 2 not understood.`;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['create', create],
  ['push', push],
]);

/** The profile command; resolves to its exit code. */
export async function runProfile(args: string[], environment: Environment): Promise<number> {
  const [name = '', ...rest] = args;
  const command = COMMANDS.get(name);
  try {
    if (args.length === 0 || args.includes('--help')) console.log(USAGE);
    else if (command) console.log(await command(rest, environment));
    else
      throw new UsageError(`There is no command ${name}. It is one of: ${[...COMMANDS.keys()].join(', ')}.`);
    return 0;
  } catch (error) {
    console.error(`profile: ${error instanceof Error ? error.message : error}`);
    return error instanceof UsageError ? 2 : 1;
  }
}
