import type { AwsPlace } from './aws-place';

/** An option and its values. */
export type CliOption = readonly [name: string, ...values: string[]];

/** The CLI puts a prefix before the host, which the names of other endpoints lack. local-aws takes any credentials. */
const NO_HOST_PREFIX = 'AWS_DISABLE_HOST_PREFIX_INJECTION=true';
const ANY_CREDENTIALS = 'AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local';

const INDENT = '    ';

/** A command of the AWS CLI for Deadline Cloud, in the notation of POSIX shells. */
export function deadlineCommand(
  operation: string,
  options: readonly CliOption[],
  { region, endpoint, isLocal }: AwsPlace,
): string {
  const all: CliOption[] = [
    ['region', region],
    ...(endpoint ? [['endpoint-url', endpoint] as const] : []),
    ...options,
  ];
  const environment = [...(isLocal ? [ANY_CREDENTIALS] : []), ...(endpoint ? [NO_HOST_PREFIX] : []), 'aws'];
  return [
    `${environment.join(' ')} deadline ${operation}`,
    ...all.map(([name, ...values]) => `--${[name, ...values.map(quoted)].join(' ')}`),
  ].join(` \\\n${INDENT}`);
}

/** A value as one word of a shell. A reference to a variable stays one. */
function quoted(value: string): string {
  if (/^"\$\w+"$/.test(value) || /^[\w@%+=:,./-]+$/.test(value)) return value;
  return `'${value.replaceAll("'", "'\\''")}'`;
}
