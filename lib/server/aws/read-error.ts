import { z } from 'zod';

/** Names and request ids reach the viewer, so anything that does not look like one is dropped. */
const NAME = /^[A-Za-z]\w{0,99}$/;
const REQUEST_ID = /^[\w-]{1,128}$/;

const headers = z.record(z.string(), z.unknown()).optional().catch(undefined);

/** Reads fields instead of classes, because not every exception is modelled. */
const shape = z.object({
  name: z.string().regex(NAME).catch('Error'),
  message: z.string().catch(''),
  code: z.string().optional().catch(undefined),
  retryAfterSeconds: z.coerce.number().optional().catch(undefined),
  $metadata: z
    .object({
      httpStatusCode: z.number().optional().catch(undefined),
      requestId: z.string().regex(REQUEST_ID).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  $response: z
    .object({ statusCode: z.number().optional().catch(undefined), headers })
    .optional()
    .catch(undefined),
});

/** Facts in an error of an AWS client. */
export type ClientError = {
  /** The exception's name, as AWS or the client gave it. */
  name: string;
  message: string;
  /** The operating system's code: ECONNREFUSED … */
  systemCode: string | undefined;
  status: number | undefined;
  requestId: string | undefined;
  retryAfterSeconds: number | undefined;
};

/** Reads anything that a client of AWS throws. */
export function readError(error: unknown): ClientError {
  const { success, data } = shape.safeParse(fieldsOf(error));
  if (!success) return { ...NO_CLIENT_ERROR, message: String(error) };
  const seconds = data.retryAfterSeconds ?? parseRetryAfter(data.$response?.headers?.['retry-after']);
  return {
    name: data.name,
    message: data.message,
    systemCode: data.code,
    status: data.$metadata?.httpStatusCode ?? data.$response?.statusCode,
    requestId: data.$metadata?.requestId,
    retryAfterSeconds: seconds !== undefined && seconds > 0 ? Math.ceil(seconds) : undefined,
  };
}

/** For problems that no client threw. */
export const NO_CLIENT_ERROR: ClientError = {
  name: 'Error',
  message: '',
  systemCode: undefined,
  status: undefined,
  requestId: undefined,
  retryAfterSeconds: undefined,
};

/** Seconds of a Retry-After header, which has a number of seconds or an HTTP date. */
function parseRetryAfter(header: unknown): number | undefined {
  if (typeof header !== 'string') return undefined;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? (Date.parse(header) - Date.now()) / 1000 : seconds;
  return Number.isFinite(wait) ? wait : undefined;
}

/** Names each field, because `$response` is not enumerable and an error's name and message may be inherited. */
function fieldsOf(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return undefined;
  const { name, message, code, retryAfterSeconds, $metadata, $response } = error as Record<string, unknown>;
  return { name, message, code, retryAfterSeconds, $metadata, $response };
}
