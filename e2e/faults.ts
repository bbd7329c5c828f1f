import { FAULTY } from './servers';

const ADMIN = `http://127.0.0.1:${FAULTY.localAwsPort}/_local-aws`;

/** More than the SDK and the panel ever retry. */
const ALWAYS = 1_000_000;

async function inject(operation: string, fault: object, times = ALWAYS): Promise<void> {
  const response = await fetch(`${ADMIN}/faults`, {
    method: 'POST',
    body: JSON.stringify({ operation, times, fault }),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** Makes every call of an operation fail with an exception of its model, until the faults are cleared. */
export const throwException = (operation: string, code: string, status: number, headers = {}) =>
  inject(operation, {
    kind: 'exception',
    code,
    status,
    message: `secret detail of ${code} at /srv/aws/x.ts:1`,
    headers,
  });

export const answerText = (operation: string, status: number, text: string, contentType = 'text/plain') =>
  inject(operation, { kind: 'text', status, text, contentType });

export const hang = (operation: string) => inject(operation, { kind: 'hang' });

export const reset = (operation: string) => inject(operation, { kind: 'reset' });

export const clearFaults = () => fetch(`${ADMIN}/faults`, { method: 'DELETE' });
