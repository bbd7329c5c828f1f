/**
 * What is wrong with a page, in words for a run's reason; undefined when it answered whole and well. `late` aborts
 * when `timeoutMs` are over, `signal` when nobody wants to know any more.
 */
export async function checkPage(
  url: URL,
  { timeoutMs, late, signal }: { timeoutMs: number; late: AbortSignal; signal: AbortSignal },
): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([late, signal]),
      headers: { 'user-agent': 'triptych-dashboard canary' },
    });
    await response.arrayBuffer();
    return response.ok ? undefined : `GET ${url.pathname} answered ${response.status}`;
  } catch (error) {
    return late.aborted
      ? `GET ${url.pathname} did not answer within ${timeoutMs / 1000} s`
      : `GET ${url.pathname} failed: ${errorClass(error)}`;
  }
}

/** The system's or HTTP client's code for a failure (ECONNREFUSED …), else the error's name: never its text. */
function errorClass(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.name : error.name;
}
