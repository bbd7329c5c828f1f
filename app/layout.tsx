import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './global.css';
import { mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '@/components/shell/providers';
import { SchemeScript } from '@/components/shell/scheme-script';
import { Shell } from '@/components/shell/shell';
import { windowTitle } from '@/lib/answer/window-title';
import { requestNow } from '@/lib/server/clock';
import { preloadFonts } from './font-preloads';
import { person } from './person';

export const metadata: Metadata = {
  title: { default: 'Triptych', template: windowTitle('%s') },
  description: 'Profiles, farm costs and canary runs on one time range.',
};

export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  preloadFonts();
  const who = await person();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        <SchemeScript nonce={nonce} />
      </head>
      <body>
        <Providers nonce={nonce} now={requestNow()} person={who}>
          {/* Who is signed out is on the way to sign in, and needs no frame, which takes most of the time of a refusal. */}
          {who ? <Shell>{children}</Shell> : children}
        </Providers>
      </body>
    </html>
  );
}
