'use client';

import { ColorSchemeScript } from '@mantine/core';

/**
 * Sets the colour scheme before the first paint. A page that ends in 404 is made anew in the browser, where a
 * script of React's never runs and the provider sets the scheme: there it is data, lest React complain of it.
 */
export function SchemeScript({ nonce }: { nonce: string | undefined }) {
  const type = typeof window === 'undefined' ? 'text/javascript' : 'text/plain';
  return <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" type={type} suppressHydrationWarning />;
}
