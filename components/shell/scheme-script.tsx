'use client';

import { ColorSchemeScript } from '@mantine/core';

/**
 * Sets the colour scheme before the first paint. The browser renders a 404 page again, where React never runs scripts and
 * the provider sets the scheme: there the type is plain text, which React does not warn about.
 */
export function SchemeScript({ nonce }: { nonce: string | undefined }) {
  const type = typeof window === 'undefined' ? 'text/javascript' : 'text/plain';
  return <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" type={type} suppressHydrationWarning />;
}
