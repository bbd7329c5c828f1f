import type { z } from 'zod';
import { signInPath } from '@/lib/answer/access';
import { type Problem, type ProblemBody, ProblemError } from '@/lib/answer/problem';
import { authorize, type Need, type User } from '../access/authorize';
import { asProblemError } from '../aws/problem';
import { env } from '../env';
import { linkIn } from '../links/link-in';
import { answerFrom } from '../links/link-scope';
import { auditSender } from '../log/audit';
import { isOwnHost, isSameOrigin, publicHost } from './host';
import { checkInput, jsonBody, queryValues } from './input';

const HEADERS = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' };
/** The client closed the connection, so nobody reads this status. */
const CLIENT_CLOSED_REQUEST = 499;

/** Programs, and those of whom nothing is needed, are nobody in particular. */
const NOBODY: User = { id: undefined, name: undefined, role: 'viewer' };

type Context = { params: Promise<object> };

type Definition<Params, Query, Body> = {
  /** A sentence that says what a request does. */
  about: string;
  /** What is sent: an Answer unless this says otherwise. */
  answers?: Answers;
  /** Who may send a request, which is checked before anything else; `nothing` for those who are not signed in. */
  need: Need | 'nothing';
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query> & { shape: Record<string, unknown> };
  /** Schema of the JSON body; without one no body is read, and `answer` may read it from the request. */
  body?: z.ZodType<Body>;
  /** Maximum size of the body; 64 KiB by default. */
  maxBodyBytes?: number;
  /** Those who may not send it are led to the sign-in, which says why or leads back, as from a page. */
  isForBrowsers?: boolean;
  /** Whether a request comes from a program that may send it, without a person who is signed in. Throws a ProblemError if it may not. */
  isAdmitted?(request: Request): boolean;
  /** Returns what to send as JSON, or a Response. Errors are sent as problems. */
  answer(
    input: { params: Params; query: Query; body: Body },
    signal: AbortSignal,
    request: Request,
    user: User,
  ): Promise<object>;
};

/** An Answer, a line of JSON for each event, a file, or some other object. */
type Answers = 'answer' | 'events' | 'file' | 'other';

/** What a route takes and sends, for the description of the API. */
export type Described = {
  about: string;
  answers: Answers;
  need: Need | 'nothing';
  /** Programs with a token of their own may send it. */
  isForPrograms: boolean;
  params?: z.ZodType | undefined;
  query?: z.ZodType | undefined;
  body?: z.ZodType | undefined;
};

/**
 * Makes a route handler. For the pages of a shared link it answers what the link keeps. It refuses who may not send the request (401, 403), foreign hosts (421) and, except for GET and HEAD, foreign origins (403),
 * validates the input (400), and sends every error as a ProblemBody, but to browsers that are led to the sign-in.
 */
export function route<Params = undefined, Query = undefined, Body = undefined>({
  about,
  answers = 'answer',
  need,
  params,
  query,
  body,
  maxBodyBytes,
  isForBrowsers = false,
  isAdmitted,
  answer,
}: Definition<Params, Query, Body>) {
  const handle = async (request: Request, context: Context): Promise<Response> => {
    try {
      const isProgram = isAdmitted?.(request) ?? false;
      if (isProgram) auditSender({ role: 'program' });
      const user = isProgram || need === 'nothing' ? NOBODY : await admitted(request, need);
      refuseForeignHost(request);
      // No browser adds the token of a program by itself.
      if (!isProgram && user.role !== 'reader') refuseForeignOrigin(request);
      const search = new URL(request.url).searchParams;
      const input = {
        params: await checked(params, () => context.params),
        query: await checked(query, async () => queryValues(search, Object.keys(query?.shape ?? {}))),
        body: await checked(body, () => jsonBody(request, maxBodyBytes)),
      };
      const link = need === 'nothing' ? undefined : await linkIn(search);
      const answerIt = () => answer(input, request.signal, request, user);
      const answered = await (link ? answerFrom(link, answerIt) : answerIt());
      const response =
        answered instanceof Response ? answered : Response.json(answered, { headers: HEADERS });
      if (user.setCookie) response.headers.append('set-cookie', user.setCookie);
      return response;
    } catch (error) {
      if (request.signal.aborted) return new Response(null, { status: CLIENT_CLOSED_REQUEST });
      if (isForBrowsers && error instanceof Refused) return signInResponse(request);
      return problemResponse(asProblemError(error).problem);
    }
  };
  const isForPrograms = isAdmitted !== undefined;
  const described: Described = { about, answers, need, isForPrograms, params, query, body };
  return Object.assign(handle, { described });
}

/** Somebody may not send a request. */
class Refused extends ProblemError {}

async function admitted({ headers }: Request, need: Need): Promise<User> {
  try {
    return await authorize(headers, need);
  } catch (error) {
    throw error instanceof ProblemError ? new Refused(error.problem) : error;
  }
}

/** Validated input. Without a schema its type is undefined, and so is its value. */
async function checked<T>(schema: z.ZodType<T> | undefined, values: () => Promise<unknown>): Promise<T> {
  return schema ? checkInput(schema, await values()) : (undefined as T);
}

/** Leads to another address of the dashboard. */
export const redirectResponse = (location: string): Response =>
  new Response(null, { status: 307, headers: { ...HEADERS, location } });

function signInResponse({ url }: Request): Response {
  const { pathname, search } = new URL(url);
  return redirectResponse(signInPath(pathname + search));
}

export function problemResponse(problem: Problem): Response {
  const body: ProblemBody = { error: problem };
  const retryAfter = problem.retryAfterSeconds;
  return Response.json(body, {
    status: problem.status,
    headers: {
      ...HEADERS,
      ...(retryAfter ? { 'retry-after': String(retryAfter) } : {}),
      ...(problem.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
  });
}

type File = {
  body: Uint8Array | ReadableStream;
  /** Size of a stream, if it is known. */
  bytes?: number;
  contentType: string;
  fileName: string;
  headers?: Record<string, string>;
};

/** A file to save. Characters that headers or file systems do not allow are replaced in its name. */
export function fileResponse({ body, bytes, contentType, fileName, headers = {} }: File): Response {
  const isWhole = body instanceof Uint8Array;
  const length = isWhole ? body.length : bytes;
  return new Response(isWhole ? new Uint8Array(body) : body, {
    headers: {
      ...HEADERS,
      ...headers,
      'content-type': contentType,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      ...(length !== undefined && { 'content-length': String(length) }),
      'content-disposition': `attachment; filename="${fileName.replace(/[^\w.+-]/g, '_')}"`,
    },
  });
}

function refuseForeignHost({ headers }: Request): void {
  if (!isOwnHost(headers.get('host'), publicHost(env()))) {
    throw new ProblemError({
      code: 'ForeignHost',
      message:
        'This server does not answer for this host name. Set TRIPTYCH_HOST to serve another name than loopback.',
      status: 421,
      retryable: false,
    });
  }
}

function refuseForeignOrigin({ method, headers }: Request): void {
  if (method === 'GET' || method === 'HEAD') return;
  const isForeign = (headers.get('sec-fetch-site') ?? 'same-origin') !== 'same-origin';
  if (isForeign || !isSameOrigin(headers.get('origin'), headers.get('host'))) {
    throw new ProblemError({
      code: 'ForeignOrigin',
      message: 'Only the dashboard’s own pages may send this request.',
      status: 403,
      retryable: false,
    });
  }
}
