'use client';

/** In place of the whole page, layout included: no styles or components of ours can be counted on. */
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
          <h1 style={{ fontSize: 22 }}>The dashboard could not be shown</h1>
          <p>
            Something in the dashboard failed; AWS and your data are not touched. The log of the dashboard’s
            server has the details{error.digest && ` under ${error.digest}`}.
          </p>
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
