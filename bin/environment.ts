import { resolve } from 'node:path';
import { PAST_CHANGED } from '@/lib/local-aws/store/past-changed';
import type { StartSettings } from './start-settings';

type Environment = NodeJS.ProcessEnv;

/** Environment of the dashboard's server in both modes. */
const dashboardEnvironment = (
  own: Environment,
  port: number,
  { data, host }: StartSettings,
): Environment => ({
  // A fixed threshold makes glibc return large freed blocks, such as profile columns, to the system.
  MALLOC_MMAP_THRESHOLD_: '1000000',
  ...own,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  HOSTNAME: host,
  PORT: String(port),
  TRIPTYCH_DATA: resolve(data),
  TRIPTYCH_FOLDER: process.cwd(),
});

/** Against AWS, with the user's own credential chain and region. */
export const awsEnvironment = (own: Environment, port: number, settings: StartSettings): Environment => ({
  ...dashboardEnvironment(own, port, settings),
  TRIPTYCH_LOCAL_AWS: '',
});

/** Settings of AWS's clients for a local-aws, which takes any credentials. */
export const localAwsSettings = (url: string) => ({
  AWS_ENDPOINT_URL: url,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
});

/**
 * Against local-aws, without any of the user's AWS settings and files, so that a local dashboard never sends anything to a real
 * account.
 */
export function localEnvironment(
  own: Environment,
  port: number,
  localAws: string,
  settings: StartSettings,
): Environment {
  const withoutAws = Object.fromEntries(Object.entries(own).filter(([name]) => !name.startsWith('AWS_')));
  return {
    ...dashboardEnvironment({ ...withoutAws, NODE_ENV: 'production' }, port, settings),
    ...localAwsSettings(localAws),
    TRIPTYCH_LOCAL_AWS: localAws,
    TRIPTYCH_PAST_CHANGED_FILE: resolve(settings.data, PAST_CHANGED),
    ...(settings.now ? { TRIPTYCH_NOW: settings.now } : { TRIPTYCH_SELF_PROFILE: '1' }),
  };
}
