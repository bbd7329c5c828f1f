import type { Command, Environment } from './command';
import { create } from './create';
import { push } from './push';
import { UsageError } from './usage-error';

const USAGE = `Usage: npm run profile -- create NAME [options]    creates a profiling group on a running local-aws
       npm run profile -- push FILE [options]      posts a profile that another tool saved

  --endpoint URL         URL of local-aws (default: AWS_ENDPOINT_URL_CODEGURUPROFILER,
                         AWS_ENDPOINT_URL or http://127.0.0.1:4599)
  --help

create:
  --platform PLATFORM    Default or AWSLambda (default: Default)

push: a V8 .cpuprofile (node --cpu-prof), a trace of Chrome's Performance panel, a Firefox profile (also of samply),
speedscope, pprof (Go and others), folded stacks (perf, py-spy, async-profiler, austin) or a CodeGuru Profiler
profile in JSON or Ion, plain or gzipped; the format is detected from the content
  --group NAME           profiling group, created if necessary (default: the file's name)
  --at INSTANT           start of the profile, such as 2026-06-01T13:15:02Z (default: the time in the file; without one,
                         the last five minutes that have ended)
  --state STATE          thread state of all samples, except of formats that name their own (default: by sample type,
                         else RUNNABLE)
  --sample-type TYPE     sample type to take from a pprof profile (default: thread samples)

Exit status: 0 success, 1 failure, 2 invalid arguments.`;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['create', create],
  ['push', push],
]);

/** Runs the profile command and resolves to its exit status. */
export async function runProfile(args: string[], environment: Environment): Promise<number> {
  const [name = '', ...rest] = args;
  const command = COMMANDS.get(name);
  try {
    if (args.length === 0 || args.includes('--help')) console.log(USAGE);
    else if (command) console.log(await command(rest, environment));
    else
      throw new UsageError(
        `Unknown command ${name}. Available commands: ${[...COMMANDS.keys()].join(', ')}.`,
      );
    return 0;
  } catch (error) {
    console.error(`profile: ${error instanceof Error ? error.message : error}`);
    return error instanceof UsageError ? 2 : 1;
  }
}
