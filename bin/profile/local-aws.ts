import { CodeGuruProfilerClient } from '@aws-sdk/client-codeguruprofiler';
import type { Environment } from './command';

const DEFAULT_ENDPOINT = 'http://127.0.0.1:4599';
const LIMIT_SECONDS = 10;

/** What local-aws takes of any client; it checks no signature, so no real credentials are ever sent to it. */
export const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };
export const REGION = 'us-east-1';

/** The address from --endpoint, else from the environment as AWS's clients read it. Throws a sentence on no URL. */
export function endpointOf(named: string | undefined, environment: Environment): string {
  const sources: [string, string | undefined][] = [
    ['--endpoint', named],
    ['AWS_ENDPOINT_URL_CODEGURUPROFILER', environment.AWS_ENDPOINT_URL_CODEGURUPROFILER],
    ['AWS_ENDPOINT_URL', environment.AWS_ENDPOINT_URL],
  ];
  const [source, url] = sources.find(([, value]) => value) ?? ['', DEFAULT_ENDPOINT];
  if (!/^https?:\/\/[^/\s]+/.test(url ?? '') || !URL.canParse(url ?? '')) {
    throw new Error(`${source} takes a URL such as ${DEFAULT_ENDPOINT}, not ${url}.`);
  }
  return (url ?? '').replace(/\/+$/, '');
}

/** Asks local-aws. What it doesn't answer with an exception of its own becomes a sentence on the connection. */
export async function ask<Answer>(
  endpoint: string,
  question: (client: CodeGuruProfilerClient, options: { abortSignal: AbortSignal }) => Promise<Answer>,
  limitSeconds = LIMIT_SECONDS,
): Promise<Answer> {
  const client = new CodeGuruProfilerClient({
    endpoint,
    region: REGION,
    credentials: CREDENTIALS,
    maxAttempts: 1,
  });
  const abortSignal = AbortSignal.timeout(limitSeconds * 1000);
  try {
    return await question(client, { abortSignal });
  } catch (error) {
    throw isException(error)
      ? error
      : new Error(sentenceOf(endpoint, abortSignal.aborted ? limitSeconds : undefined, error));
  } finally {
    client.destroy();
  }
}

/** Whether the service itself answered so. */
const isException = (error: unknown) =>
  error instanceof Error && /^(?!Unknown)\w+Exception$/.test(error.name) && error.message !== 'UnknownError';

function sentenceOf(endpoint: string, waitedSeconds: number | undefined, error: unknown): string {
  if (waitedSeconds !== undefined) return `What is at ${endpoint} does not answer within ${waitedSeconds} s.`;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ECONNRESET') {
    return `Nothing answers at ${endpoint}. Start it with npm run local-aws, or name another with --endpoint.`;
  }
  return `What answers at ${endpoint} is not local-aws. Name another with --endpoint.`;
}
