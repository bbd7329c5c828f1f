import { CodeGuruProfilerClient } from '@aws-sdk/client-codeguruprofiler';

const TIMEOUT_SECONDS = 10;

/** local-aws checks no signatures, so real credentials are never sent to it. */
export const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };
export const REGION = 'us-east-1';

/** local-aws did not answer: a sentence about the connection. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered';

  constructor(
    sentence: string,
    /** Whether samples were or may have been pushed. */
    readonly hasPosted = false,
  ) {
    super(sentence);
  }
}

/** Sends a request to local-aws. Rejects with the service's exception, or with NotAnswered. */
export async function send<Output>(
  endpoint: string,
  request: (client: CodeGuruProfilerClient, options: { abortSignal: AbortSignal }) => Promise<Output>,
  timeoutSeconds = TIMEOUT_SECONDS,
): Promise<Output> {
  const client = new CodeGuruProfilerClient({
    endpoint,
    region: REGION,
    credentials: CREDENTIALS,
    maxAttempts: 1,
  });
  const abortSignal = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    return await request(client, { abortSignal });
  } catch (error) {
    throw isServiceException(error)
      ? error
      : new NotAnswered(sentenceOf(endpoint, abortSignal.aborted ? timeoutSeconds : undefined, error));
  } finally {
    client.destroy();
  }
}

/** Whether the error is a response of the service. */
const isServiceException = (error: unknown) =>
  error instanceof Error && /^(?!Unknown)\w+Exception$/.test(error.name) && error.message !== 'UnknownError';

function sentenceOf(endpoint: string, waitedSeconds: number | undefined, error: unknown): string {
  if (waitedSeconds !== undefined) return `${endpoint} did not respond within ${waitedSeconds} seconds.`;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ECONNRESET') {
    return `Nothing is listening at ${endpoint}. Start local-aws with npm run local-aws, or pass another --endpoint.`;
  }
  return `The server at ${endpoint} is not local-aws. Pass another --endpoint.`;
}
