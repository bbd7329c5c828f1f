import { type NextRequest, NextResponse } from 'next/server';
import type { Problem } from '@/lib/answer/problem';
import { PAGE_HEADER } from '@/lib/server/access/page-header';
import { env } from '@/lib/server/env';
import { isOwnHost, publicHost } from '@/lib/server/http/host';
import { methodsAt } from '@/lib/server/http/methods';
import { isDecodable } from '@/lib/server/http/path-params';
import { refuseMethod } from '@/lib/server/http/refuse-method';
import { securityHeaders } from '@/lib/server/http/security-headers';

/**
 * Next compresses answers by content type, but misses the one that a route handler sets (vercel/next.js 98007),
 * so it is set here in advance. Everything under /api/ is JSON, except for the files of `fileResponse`, which
 * keep their own type and are never compressed twice.
 */
const JSON_ANSWER = { 'content-type': 'application/json' };
/** Pages of the sign-in, which are no pages of the dashboard: they have no script, and headers of their own. */
const isOfSignIn = (path: string) => /^\/(sign-in(\/callback)?|signed-out)$/.test(path);
const isFile = (path: string) => /\/(profile\/export|artifacts\/file|links\/[^/]+\/bundle)$/.test(path);

/** Answers without data for load balancers, which send any host, and metrics for who has their token. */
const FOR_WATCHERS = new Set(['/healthz', '/readyz', '/metrics']);

/** Longer addresses than any page makes. Node refuses an address and headers of more than 16 KiB together. */
const MAX_URL_LENGTH = 12_000;

/**
 * Refuses addresses that are too long or can't be decoded, unsupported methods, and foreign host names of pages (route handlers
 * refuse those themselves). Gives each page its own address, and a content security policy with a nonce, which Next puts on its
 * scripts. Who may see a page or an answer is decided there, not here.
 */
export function proxy(request: NextRequest): Response {
  const { pathname, search } = request.nextUrl;
  if (pathname.length + search.length > MAX_URL_LENGTH) {
    return refusal(pathname, 414, `This address is too long: at most ${MAX_URL_LENGTH} characters.`);
  }
  if (!isDecodable(pathname)) {
    return refusal(
      pathname,
      400,
      'This address can’t be read: % must be followed by two hexadecimal digits.',
    );
  }
  const methods = methodsAt(pathname);
  if (!methods.includes(request.method)) return refuseMethod(request);
  if (pathname.startsWith('/api/')) {
    return NextResponse.next(isFile(pathname) ? {} : { headers: JSON_ANSWER });
  }
  if (FOR_WATCHERS.has(pathname)) return NextResponse.next();
  if (!isOwnHost(request.headers.get('host'), publicHost(env()))) {
    return refusal(pathname, 421, 'This server does not answer for this host name.');
  }
  if (isOfSignIn(pathname)) return NextResponse.next();
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const headers = securityHeaders({
    nonce,
    isDevelopment: process.env.NODE_ENV === 'development',
    fetchSite: request.headers.get('sec-fetch-site'),
  });
  const forwarded = new Headers(request.headers);
  forwarded.set('x-nonce', nonce);
  forwarded.set(PAGE_HEADER, pathname + request.nextUrl.search);
  forwarded.set('content-security-policy', headers['content-security-policy'] ?? '');
  return NextResponse.next({ request: { headers: forwarded }, headers });
}

function refusal(path: string, status: number, message: string) {
  if (!path.startsWith('/api/')) return new NextResponse(`${message}\n`, { status });
  const error: Problem = { code: 'BadInput', message, status, retryable: false };
  return NextResponse.json({ error }, { status });
}

/**
 * All paths but the build's own files, which contain no data, and those that take large files, which refuse other methods themselves:
 * Next copies the body of every request that passes here, and cuts it at 10 MiB.
 */
export const config = {
  matcher: ['/((?!_next/static/|api/(?:pushed-files|opened-bundles)$|icon\\.svg$).*)'],
};
