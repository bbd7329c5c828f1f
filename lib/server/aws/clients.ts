import { CodeGuruProfilerClient } from '@aws-sdk/client-codeguruprofiler';
import { DeadlineClient } from '@aws-sdk/client-deadline';
import { SyntheticsClient } from '@aws-sdk/client-synthetics';
import { type Env, env } from '../env';
import { processWide } from '../process-wide';
import { collectBytes } from './collect-bytes';
import { EACH_ATTEMPT, eachAttempt } from './each-attempt';
import { region } from './region';

const CONNECTION_TIMEOUT_MS = 3000;

/** What a client is made with. */
export type Settings = { region: string; endpoint: string | undefined; timeoutMs: number };

/** `get` returns the client for the current environment; after `forget` the next one reads the credentials again. */
export type LazyClient<Client> = { get(): Promise<Client>; forget(): void };

/** Settings of all clients. */
export const common = ({ region, endpoint }: Settings) => ({
  region,
  ...(endpoint ? { endpoint } : {}),
  retryMode: 'standard',
  maxAttempts: 3,
  /** Passed on to the credential chain, which then finds a profile that was written after the start. */
  ignoreCache: true,
  streamCollector: collectBytes,
});

/** One silent attempt gets two thirds of the call's time, so that a second one can still succeed. */
export const timeouts = ({ timeoutMs }: Settings) => ({
  connectionTimeout: Math.min(CONNECTION_TIMEOUT_MS, timeoutMs),
  requestTimeout: Math.ceil((timeoutMs * 2) / 3),
});

export const profilerClient = lazyClient(
  'profiler',
  (e) => e.AWS_ENDPOINT_URL_CODEGURUPROFILER,
  (settings) => {
    const client = new CodeGuruProfilerClient({ ...common(settings), requestHandler: timeouts(settings) });
    client.middlewareStack.add(eachAttempt, EACH_ATTEMPT);
    return client;
  },
);

export const deadlineClient = lazyClient(
  'deadline',
  (e) => e.AWS_ENDPOINT_URL_DEADLINE,
  (settings) => {
    const client = new DeadlineClient({
      ...common(settings),
      // With the client's prefix "management." an overridden host would not resolve.
      ...(settings.endpoint ? { disableHostPrefix: true } : {}),
      requestHandler: { ...timeouts(settings), throwOnRequestTimeout: true },
    });
    client.middlewareStack.add(eachAttempt, EACH_ATTEMPT);
    return client;
  },
);

export const syntheticsClient = lazyClient(
  'synthetics',
  (e) => e.AWS_ENDPOINT_URL_SYNTHETICS,
  (settings) => {
    const client = new SyntheticsClient({ ...common(settings), requestHandler: timeouts(settings) });
    client.middlewareStack.add(eachAttempt, EACH_ATTEMPT);
    return client;
  },
);

/** Makes a client for the current environment when it is needed, and anew when that has changed. */
export function lazyClient<Client>(
  name: string,
  ownEndpoint: (env: Env) => string | undefined,
  make: (settings: Settings) => Client,
): LazyClient<Client> {
  const slot = () => processWide<{ client?: Client; settings?: string }>(`aws client ${name}`, () => ({}));
  return {
    get: async () => {
      const own = env();
      const settings = {
        region: await region(own),
        endpoint: ownEndpoint(own) ?? own.AWS_ENDPOINT_URL,
        timeoutMs: own.TRIPTYCH_AWS_TIMEOUT_MS,
      };
      const key = JSON.stringify(settings);
      const current = slot();
      if (current.client === undefined || current.settings !== key) {
        current.client = make(settings);
        current.settings = key;
      }
      return current.client;
    },
    forget: () => {
      slot().client = undefined;
    },
  };
}
