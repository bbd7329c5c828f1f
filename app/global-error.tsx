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
          <h1 style={{ fontSize: 22 }}>The dashboard failed to load</h1>
          <p>
            The dashboard had an internal error. AWS and your data are not affected. The server log has the
            details{error.digest && ` under ${error.digest}`}.
          </p>
          <button type="button" onClick={reset}>
            Retry
          </button>
        </main>
      </body>
    </html>
  );
}
