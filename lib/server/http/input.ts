import type { z } from 'zod';
import { badInput } from '@/lib/answer/problem';
import { SECOND } from '@/lib/time/duration';
import { bodyBytes } from './body-bytes';

/** Unless a route allows more. */
const MAX_BODY_BYTES = 64 * 1024;
const MAX_BODY_MS = 10 * SECOND;

/**
 * Validates values with a schema whose messages complete a sentence that begins with the field's name, or are sentences that begin with
 * The.
 */
export function checkInput<Schema extends z.ZodType>(schema: Schema, values: unknown): z.output<Schema> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path[0] === undefined ? undefined : String(issue.path[0]);
  const message = `${issue?.message ?? 'is invalid'}.`;
  throw badInput(message.startsWith('The ') ? message : `${field ?? 'The input'} ${message}`, field);
}

/** The query parameters that a schema knows. Others are ignored; a repeated one is refused. */
export function queryValues(search: URLSearchParams, known: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of known) {
    const [first, ...more] = search.getAll(name);
    if (more.length > 0) throw badInput(`${name} is given ${timesText(more.length + 1)}.`, name);
    if (first !== undefined) values[name] = first;
  }
  return values;
}

const timesText = (count: number) => (count === 2 ? 'twice' : `${count} times`);

/** The JSON object in a request's body. */
export async function jsonBody(request: Request, maxBytes = MAX_BODY_BYTES): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw badInput('content-type must be application/json.', 'content-type');
  }
  const bytes = await bodyBytes(request, { maxBytes, maxMs: MAX_BODY_MS });
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw badInput('The body must be JSON.', 'body');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badInput('The body must be a JSON object.', 'body');
  }
  return value;
}
