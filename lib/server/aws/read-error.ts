import { z } from 'zod';

/** Names and request ids are shown to viewers: what does not look like one is not passed on. */
const NAME = /^[A-Za-z]\w{0,99}$/;
const REQUEST_ID = /^[\w-]{1,128}$/;

const headers = z.record(z.string(), z.unknown()).optional().catch(undefined);

/** What is read of anything that a client of AWS throws. Never by instanceof: not every exception is modelled. */
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

export type Thrown = {
  /** The exception's name, as AWS or the client gave it. */
  name: string;
  message: string;
  /** Of the system: ECONNREFUSED … */
  systemCode: string | undefined;
  status: number | undefined;
  requestId: string | undefined;
  retryAfterSeconds: number | undefined;
};

export function readThrown(error: unknown): Thrown {
  const { success, data } = shape.safeParse(fieldsOf(error));
  if (!success) return { ...NOTHING_THROWN, message: String(error) };
  const header = data.$response?.headers?.['retry-after'];
  const seconds = data.retryAfterSeconds ?? (header === undefined ? undefined : Number(header));
  return {
    name: data.name,
    message: data.message,
    systemCode: data.code,
    status: data.$metadata?.httpStatusCode ?? data.$response?.statusCode,
    requestId: data.$metadata?.requestId,
    retryAfterSeconds: seconds !== undefined && seconds > 0 ? Math.ceil(seconds) : undefined,
  };
}

/** For problems that we find ourselves. */
export const NOTHING_THROWN: Thrown = {
  name: 'Error',
  message: '',
  systemCode: undefined,
  status: undefined,
  requestId: undefined,
  retryAfterSeconds: undefined,
};

/** The client hides `$response`, and errors keep name and message on their prototype: both are named here. */
function fieldsOf(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return undefined;
  const { name, message, code, retryAfterSeconds, $metadata, $response } = error as Record<string, unknown>;
  return { name, message, code, retryAfterSeconds, $metadata, $response };
}
