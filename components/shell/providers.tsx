'use client';

import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useEffect, useState } from 'react';
import { PersonProvider } from '@/components/access/person-context';
import { ShellNow } from '@/components/range/page-now';
import { PendingProvider } from '@/components/range/pending';
import { SharedViewProvider } from '@/components/range/shared-view';
import type { Person } from '@/lib/answer/access';
import { createPageClient } from '@/lib/queries/sent-queries';
import { LatestAddress } from './latest-address';
import { cssVariables, theme } from './theme';

const latestAddress = new LatestAddress(
  () => window.location.href,
  () => window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state })),
);

type ProvidersProps = {
  nonce: string | undefined;
  now: number;
  /** Who is signed in. */
  person: Person | undefined;
  children: ReactNode;
};

/** Everything that pages and components take from context: theme, server state, URL state, the time, who is signed in. */
export function Providers({ nonce, now, person, children }: ProvidersProps) {
  const [queryClient] = useState(createPageClient);
  useEffect(() => {
    latestAddress.guard(window.history);
    // Before Next's listener, which is that of a parent.
    window.addEventListener('popstate', latestAddress.step);
    return () => window.removeEventListener('popstate', latestAddress.step);
  }, []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce ?? ''}
    >
      <QueryClientProvider client={queryClient}>
        <NuqsAdapter processUrlSearchParams={latestAddress.choose}>
          <PendingProvider>
            <SharedViewProvider>
              <ShellNow now={now}>
                <PersonProvider person={person}>{children}</PersonProvider>
              </ShellNow>
            </SharedViewProvider>
          </PendingProvider>
        </NuqsAdapter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
