import type { AwsPlace } from './aws-place';

/** An option and its values. */
export type CliOption = readonly [name: string, ...values: string[]];

/** local-aws takes any credentials. */
const ANY_CREDENTIALS = 'AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local';

const INDENT = '    ';

/** A command of the AWS CLI, such as `deadline list-farms`, in the notation of POSIX shells; `environment` are variables for it. */
export function awsCommand(
  command: string,
  options: readonly CliOption[],
  { region, endpoint, isLocal }: AwsPlace,
  environment: readonly string[] = [],
): string {
  const all: CliOption[] = [
    ['region', region],
    ...(endpoint ? [['endpoint-url', endpoint] as const] : []),
    ...options,
  ];
  return [
    [...(isLocal ? [ANY_CREDENTIALS] : []), ...environment, 'aws', command].join(' '),
    ...all.map(([name, ...values]) => `--${[name, ...values.map(quoted)].join(' ')}`),
  ].join(` \\\n${INDENT}`);
}

/** A value as one word of a shell. A reference to a variable stays one. */
function quoted(value: string): string {
  if (/^"\$\w+"$/.test(value) || /^[\w@%+=:,./-]+$/.test(value)) return value;
  return `'${value.replaceAll("'", "'\\''")}'`;
}
