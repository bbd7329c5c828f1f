import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm start -- [options]        the dashboard and local-aws
       npm run start:aws -- [options]    the dashboard against AWS: --port, --host, --data
       npm start -- open FILE [options]  the same, with the shared link in an exported file

  --port N            port of the dashboard on loopback (default: the first free one from 3000)
  --host ADDRESS      address to listen on (default: 127.0.0.1); any other than loopback needs TRIPTYCH_SIGN_IN
  --data DIR          folder of the archive and of local-aws (default: .triptych)
  --no-sample         omit the generated sample data
  --local-aws-port N  port of local-aws (default: the first free one from 4599)
  --now INSTANT       for tests: freeze clocks at this ISO 8601 instant and record nothing live
  --admin             for tests: let requests set the clock of local-aws and inject faults
  --help`;

const DEFAULT_HOST = '127.0.0.1';

export type StartSettings = {
  /** Against AWS instead of local-aws. */
  aws: boolean;
  /** Absent means the first free port from the default. */
  port?: number;
  localAwsPort?: number;
  host: string;
  data: string;
  sample: boolean;
  now?: string;
  admin: boolean;
  /** The file of an exported link, which is opened. */
  open?: string;
};

/** Parses the command line; undefined for --help. Throws a sentence about an invalid option. */
export function parseStartSettings(args: string[]): StartSettings | undefined {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      aws: { type: 'boolean', default: false },
      port: { type: 'string' },
      'local-aws-port': { type: 'string' },
      host: { type: 'string', default: DEFAULT_HOST },
      data: { type: 'string' },
      'no-sample': { type: 'boolean', default: false },
      now: { type: 'string' },
      admin: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const [command, open, ...more] = positionals;
  if (command !== undefined && command !== 'open')
    throw new Error(`There is no command ${command}. The only one is “open FILE”.`);
  if (command === 'open' && (open === undefined || more.length > 0))
    throw new Error('“open” takes the file of one exported link.');
  const localOnly = (['local-aws-port', 'no-sample', 'now', 'admin'] as const).find((name) => values[name]);
  if (values.aws && localOnly)
    throw new Error(`--${localOnly} configures local-aws, which start:aws doesn't run.`);
  if (values.now !== undefined && Number.isNaN(Date.parse(values.now))) {
    throw new Error('--now takes an instant such as 2026-11-24T14:32:10Z.');
  }
  return {
    aws: values.aws,
    ...portOption('port', values.port),
    ...portOption('localAwsPort', values['local-aws-port']),
    host: values.host,
    data: values.data ?? '.triptych',
    sample: !values['no-sample'],
    ...(values.now === undefined ? {} : { now: values.now }),
    admin: values.admin,
    ...(open === undefined ? {} : { open }),
  };
}

function portOption<Key extends 'port' | 'localAwsPort'>(
  key: Key,
  text: string | undefined,
): { [K in Key]?: number } {
  if (text === undefined) return {};
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`A port is a number from 1 to 65535, not ${text}.`);
  return { [key]: port } as { [K in Key]?: number };
}
