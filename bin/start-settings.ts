import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm start -- [options]        the dashboard and local-aws
       npm run start:aws -- [options]    the dashboard against AWS: --port, --data

  --port N            port of the dashboard on loopback (default 3000, or the next free one)
  --data DIR          folder of the archive and of local-aws' data (default .triptych)
  --no-sample         without the generated sample data
  --local-aws-port N  port of local-aws (default 4599, or the next free one)
  --now INSTANT       for tests: clocks stand still at this ISO-8601 instant, and nothing live is recorded
  --admin             for tests: local-aws serves the path that sets its clock and orders faults
  --help`;

export type StartSettings = {
  /** Against AWS instead of local-aws. */
  aws: boolean;
  /** Named by the user; absent means the usual one or the next free one. */
  port?: number;
  localAwsPort?: number;
  data: string;
  sample: boolean;
  now?: string;
  admin: boolean;
};

/** Reads the command line; undefined when only help was asked for. Throws a sentence on a bad option. */
export function parseStartSettings(args: string[]): StartSettings | undefined {
  const { values } = parseArgs({
    args,
    options: {
      aws: { type: 'boolean', default: false },
      port: { type: 'string' },
      'local-aws-port': { type: 'string' },
      data: { type: 'string' },
      'no-sample': { type: 'boolean', default: false },
      now: { type: 'string' },
      admin: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const localOnly = (['local-aws-port', 'no-sample', 'now', 'admin'] as const).find((name) => values[name]);
  if (values.aws && localOnly)
    throw new Error(`--${localOnly} is for local-aws, and start:aws runs without it.`);
  if (values.now !== undefined && Number.isNaN(Date.parse(values.now))) {
    throw new Error('--now takes an instant such as 2026-11-24T14:32:10Z.');
  }
  return {
    aws: values.aws,
    ...named('port', values.port),
    ...named('localAwsPort', values['local-aws-port']),
    data: values.data ?? '.triptych',
    sample: !values['no-sample'],
    ...(values.now === undefined ? {} : { now: values.now }),
    admin: values.admin,
  };
}

function named<Key extends 'port' | 'localAwsPort'>(
  key: Key,
  text: string | undefined,
): { [K in Key]?: number } {
  if (text === undefined) return {};
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`A port is a number from 1 to 65535, not ${text}.`);
  return { [key]: port } as { [K in Key]?: number };
}
