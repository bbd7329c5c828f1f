import { FAULTY } from './servers';

const ADMIN = `http://127.0.0.1:${FAULTY.localAwsPort}/_local-aws`;

/** More than the SDK's tries of one call, and the panel's next ones. */
const ALWAYS = 1_000_000;

async function order(operation: string, fault: object, times = ALWAYS): Promise<void> {
  const response = await fetch(`${ADMIN}/faults`, {
    method: 'POST',
    body: JSON.stringify({ operation, times, fault }),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** Makes every call of an operation fail with an exception of its model until the faults are cleared. */
export const throwException = (operation: string, code: string, status: number, headers = {}) =>
  order(operation, {
    kind: 'exception',
    code,
    status,
    message: `secret detail of ${code} at /srv/aws/x.ts:1`,
    headers,
  });

export const answerText = (operation: string, status: number, text: string, contentType = 'text/plain') =>
  order(operation, { kind: 'text', status, text, contentType });

export const hang = (operation: string) => order(operation, { kind: 'hang' });

export const reset = (operation: string) => order(operation, { kind: 'reset' });

export const clearFaults = () => fetch(`${ADMIN}/faults`, { method: 'DELETE' });
