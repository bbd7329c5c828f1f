import type { z } from 'zod';
import { jsonOf } from '../json-of';
import type { Archive } from './archive';

type Archived = NonNullable<Awaited<ReturnType<Archive['get']>>>;

/** The content of an archived answer as JSON of a schema. Undefined when it isn't that, which is logged; `what` names it. */
export function jsonContent<Content>(
  { content, hash }: Pick<Archived, 'content' | 'hash'>,
  schema: z.ZodType<Content>,
  what: string,
): Content | undefined {
  const parsed = schema.safeParse(jsonOf(content));
  if (parsed.success) return parsed.data;
  console.error(`archive: ${hash} is not ${what}:`, parsed.error.message);
  return undefined;
}
