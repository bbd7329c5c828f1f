type Options = {
  nonce: string;
  isDevelopment: boolean;
  /** The request's Sec-Fetch-Site, null in browsers that don't send it. */
  fetchSite: string | null;
};

/**
 * The headers of every page. Scripts need the page's nonce; inline styles are allowed because the UI kit writes
 * them. A development server needs eval and a socket to reload pages. A page that another site may have opened is cut off from
 * its opener. Other pages have no foreign opener, and with the header the browser would start a second process for each.
 */
export function securityHeaders({ nonce, isDevelopment, fetchSite }: Options): Record<string, string> {
  const mayHaveForeignOpener = fetchSite !== 'none' && fetchSite !== 'same-origin';
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    ...(mayHaveForeignOpener && { 'cross-origin-opener-policy': 'same-origin' }),
  };
}
