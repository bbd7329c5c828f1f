import type { z } from 'zod';
import { type Problem, type ProblemBody, ProblemError } from '@/lib/answer/problem';
import { unknownProblem } from '../aws/problem';
import { env } from '../env';
import { isOwnHost, isSameOrigin } from './host';
import { checkInput, jsonBody, queryValues } from './input';

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
/** Nobody reads it: the client closed the connection. */
const CLIENT_CLOSED_REQUEST = 499;

type Context = { params: Promise<object> };

type Definition<Params, Query, Body> = {
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query> & { shape: Record<string, unknown> };
  /** The JSON body; without it none is read. */
  body?: z.ZodType<Body>;
  /** What goes out as JSON, or a Response as it is. Errors become the problem's body with its status. */
  answer(ask: { params: Params; query: Query; body: Body }, signal: AbortSignal): Promise<object>;
};

/**
 * A route handler of ours: refuses foreign hosts (421) and, for all but GET and HEAD, foreign origins (403),
 * checks the input (400), answers, and turns every error into a ProblemBody.
 */
export function route<Params = undefined, Query = undefined, Body = undefined>({
  params,
  query,
  body,
  answer,
}: Definition<Params, Query, Body>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      refuseStrangers(request);
      const search = new URL(request.url).searchParams;
      const ask = {
        params: await part(params, () => context.params),
        query: await part(query, async () => queryValues(search, Object.keys(query?.shape ?? {}))),
        body: await part(body, () => jsonBody(request)),
      };
      const answered = await answer(ask, request.signal);
      return answered instanceof Response ? answered : Response.json(answered, { headers: HEADERS });
    } catch (error) {
      if (request.signal.aborted) return new Response(null, { status: CLIENT_CLOSED_REQUEST });
      return problemResponse((error instanceof ProblemError ? error : unknownProblem(error)).problem);
    }
  };
}

/** A checked part of the ask. Without a schema its type is undefined, and so is it. */
async function part<T>(schema: z.ZodType<T> | undefined, values: () => Promise<unknown>): Promise<T> {
  return schema ? checkInput(schema, await values()) : (undefined as T);
}

export function problemResponse(problem: Problem): Response {
  const body: ProblemBody = { error: problem };
  const retryAfter = problem.retryAfterSeconds;
  return Response.json(body, {
    status: problem.status,
    headers: { ...HEADERS, ...(retryAfter ? { 'retry-after': String(retryAfter) } : {}) },
  });
}

type File = { body: Uint8Array | ReadableStream; contentType: string; fileName: string };

/** Something to save as a file. The name must hold no character that a header or a file system minds. */
export function fileResponse({ body, contentType, fileName }: File): Response {
  const isWhole = body instanceof Uint8Array;
  return new Response(isWhole ? new Uint8Array(body) : body, {
    headers: {
      ...HEADERS,
      'content-type': contentType,
      ...(isWhole && { 'content-length': String(body.length) }),
      'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"`,
    },
  });
}

function refuseStrangers({ method, headers }: Request): void {
  const host = headers.get('host');
  if (!isOwnHost(host, env().TRIPTYCH_HOST)) {
    throw new ProblemError({
      code: 'ForeignHost',
      message:
        'This server does not answer for the host name asked for. Set TRIPTYCH_HOST to serve one beside loopback.',
      status: 421,
      retryable: false,
    });
  }
  if (method === 'GET' || method === 'HEAD') return;
  if (!isSameOrigin(headers.get('origin'), host)) {
    throw new ProblemError({
      code: 'ForeignOrigin',
      message: 'Requests that change something are taken from the dashboard’s own pages only.',
      status: 403,
      retryable: false,
    });
  }
}
