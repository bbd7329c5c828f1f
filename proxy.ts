import { type NextRequest, NextResponse } from 'next/server';
import type { Problem } from '@/lib/answer/problem';
import { env } from '@/lib/server/env';
import { isOwnHost } from '@/lib/server/http/host';
import { securityHeaders } from '@/lib/server/http/security-headers';

/**
 * Next zips what goes out by its content type, yet overlooks one that a route handler set (vercel/next.js 98007);
 * one that is there before is taken. All that is under /api/ answers JSON, but for the files of `fileResponse`,
 * which keep their own type and are never zipped twice.
 */
const JSON_ANSWER = { 'content-type': 'application/json' };
const isFile = (path: string) => path.endsWith('/profile/export');

/**
 * Pages get a content security policy with a nonce of their own, which Next puts on its scripts. Refused before
 * anything is made: an address whose percent signs can't be decoded, and a page under a foreign host name. Route
 * handlers refuse foreign hosts themselves.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (!isDecodable(pathname)) return unreadable(pathname.startsWith('/api/'));
  if (pathname.startsWith('/api/'))
    return NextResponse.next(isFile(pathname) ? {} : { headers: JSON_ANSWER });
  if (!isOwnHost(request.headers.get('host'), env().TRIPTYCH_HOST)) {
    return new NextResponse('This server does not answer for the host name asked for.\n', { status: 421 });
  }
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const headers = securityHeaders(nonce, process.env.NODE_ENV === 'development');
  const forwarded = new Headers(request.headers);
  forwarded.set('x-nonce', nonce);
  forwarded.set('content-security-policy', headers['content-security-policy'] ?? '');
  return NextResponse.next({ request: { headers: forwarded }, headers });
}

function unreadable(api: boolean): NextResponse {
  const message = 'This address can’t be read: % must be followed by two hexadecimal digits.';
  if (!api) return new NextResponse(`${message}\n`, { status: 400 });
  const error: Problem = { code: 'BadInput', message, status: 400, retryable: false };
  return NextResponse.json({ error }, { status: 400 });
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Files of the build hold no data. */
export const config = { matcher: ['/((?!_next/static/|icon\\.svg$).*)'] };
