'use client';

/** Replaces the whole page, layout included, so it can't rely on our styles or components. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body style={{ fontFamily: 'system-ui, sans-serif', maxWidth: 560, margin: '12vh auto', padding: 16 }}>
        <main role="alert">
          <h1 style={{ fontSize: 22 }}>Something went wrong</h1>
          <p>The dashboard had an internal error. AWS and your data are not affected. {detailsText(error)}</p>
          <button type="button" onClick={reset}>
            Retry
          </button>{' '}
          <a href="/">Go to the overview</a>
        </main>
      </body>
    </html>
  );
}

/** Only errors of the server have a digest. */
const detailsText = ({ digest }: { digest?: string }) =>
  digest === undefined
    ? 'The console of the browser has the details.'
    : `The server log has the details under ${digest}.`;
