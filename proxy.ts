import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/server/env';
import { isOwnHost } from '@/lib/server/http/host';
import { securityHeaders } from '@/lib/server/http/security-headers';

/** Pages get a content security policy with a nonce of their own, which Next puts on its scripts. */
export function proxy(request: NextRequest): NextResponse {
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

/** Route handlers refuse foreign hosts themselves; files of the build hold no data. */
export const config = { matcher: ['/((?!api/|_next/static/|icon\\.svg$).*)'] };
