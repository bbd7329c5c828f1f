import { z } from 'zod';
import { refusalOf } from '@/lib/answer/access';
import type { Answer } from '@/lib/answer/answer';
import { capitalized } from '@/lib/answer/capitalized';
import type { Problem, ProblemBody } from '@/lib/answer/problem';
import { processWide } from '../process-wide';
import type { Described } from './respond';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

type Json = { [name: string]: unknown };

/** Routes by their paths, as Next writes these: `/api/farms/[farmId]`. */
export type ApiRoutes = Record<string, object>;

/**
 * The description of the API in OpenAPI 3.1, from the schemas that check requests. Of answers it has
 * the fields that all have, since the types of their data are no schemas.
 */
export function openApi(routes: ApiRoutes): Json {
  return processWide('open api', () => ({
    openapi: '3.1.0',
    info: {
      title: 'Triptych',
      version: '1',
      description:
        'What the dashboard’s pages read and write. Instants are UTC: ISO-8601 in queries, and milliseconds since 1970 in answers. Parameters that are not listed are ignored.',
    },
    paths: Object.fromEntries(
      Object.entries(routes).map(([path, handlers]) => [
        path.replace(/\[(\w+)\]/g, '{$1}'),
        methodsOf(handlers),
      ]),
    ),
    components: { schemas: SCHEMAS, securitySchemes: SECURITY_SCHEMES },
  }));
}

function methodsOf(handlers: object): Json {
  const own = METHODS.flatMap((method) => {
    const described = describedBy(handlers, method);
    return described ? [[method.toLowerCase(), operation(described)]] : [];
  });
  return Object.fromEntries(own);
}

/** What the handler of a method takes and sends; undefined for a method that is refused. */
export const describedBy = (handlers: object, method: string): Described | undefined =>
  (handlers as Record<string, { described?: Described } | undefined>)[method]?.described;

function operation({ about, answers, need, isForPrograms, params, query, body }: Described): Json {
  const refusal = need === 'view' || need === 'nothing' ? undefined : refusalOf('viewer', need);
  return {
    summary: about,
    ...(refusal !== undefined && { description: refusal }),
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } },
    }),
    responses: { 200: ANSWERS[answers], default: PROBLEM },
    security: securityOf(need, isForPrograms),
  };
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...of }]) => ({
    ...{ name, in: place, required: place === 'path' || required.includes(name), schema: of },
    ...(description !== undefined && { description }),
  }));
}

/** What a schema takes, as JSON Schema, with the rules that its refusals name. */
function schemaOf(schema: z.ZodType): Json {
  const { $schema, ...json } = z.toJSONSchema(schema, {
    ...{ io: 'input', unrepresentable: 'any' },
    override: ({ zodSchema, jsonSchema }) => {
      const rule = ruleOf(zodSchema);
      if (rule !== undefined) jsonSchema.description ??= `${capitalized(rule)}.`;
    },
  });
  return json;
}

/** The text that completes a sentence about a field, which schemas have as the message of their errors. */
function ruleOf(schema: z.core.$ZodTypes): string | undefined {
  const { error } = schema._zod.def;
  const rule = error?.({ code: 'invalid_type', expected: 'string', input: undefined, path: [] } as never);
  return typeof rule === 'string' ? rule : undefined;
}

const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Who may send a request: people, and programs with a token that an operator created or that the environment has. */
function securityOf(need: Described['need'], isForPrograms: boolean): Json[] {
  if (need === 'nothing') return [];
  return [
    { session: [] },
    ...(need === 'view' ? [{ token: [] }] : []),
    ...(isForPrograms ? [{ program: [] }] : []),
  ];
}

const ANSWERS: Record<Described['answers'], { description: string; content: Json }> = {
  answer: { description: 'The answer.', content: { 'application/json': { schema: schemaRef('Answer') } } },
  events: {
    description:
      'Events, each an object on a line of its own, as soon as it is known. The last one tells whether all was read.',
    content: { 'application/x-ndjson': { schema: { type: 'string' } } },
  },
  file: { description: 'The file.', content: { '*/*': {} } },
  other: { description: 'The result.', content: { 'application/json': { schema: { type: 'object' } } } },
};

const PROBLEM = {
  description: 'The request was refused, or failed.',
  content: { 'application/json': { schema: schemaRef('ProblemBody') } },
};

const INSTANT = { type: 'integer', description: 'Milliseconds since 1970.' };

const SCHEMAS = {
  Answer: {
    type: 'object',
    required: ['data', 'asOf', 'partial', 'warnings'],
    properties: {
      data: { description: 'What was asked for.' },
      asOf: { ...INSTANT, description: 'When AWS was asked, milliseconds since 1970.' },
      coverage: {
        type: 'object',
        description: 'The part of the range that the data covers.',
        required: ['from', 'to'],
        properties: { from: INSTANT, to: INSTANT },
      },
      partial: { type: 'boolean', description: 'The data is less than was asked for; the warnings say why.' },
      warnings: { type: 'array', items: { type: 'string' } },
      stale: { ...schemaRef('Problem'), description: 'Why there is no newer answer than this earlier one.' },
      incomplete: {
        ...schemaRef('Problem'),
        description: 'Why something is missing that a later answer may have.',
      },
    } satisfies Record<keyof Answer<unknown>, Json>,
  },
  ProblemBody: {
    type: 'object',
    required: ['error'],
    properties: { error: schemaRef('Problem') } satisfies Record<keyof ProblemBody, Json>,
  },
  Problem: {
    type: 'object',
    required: ['code', 'message', 'status', 'retryable'],
    properties: {
      code: { type: 'string', description: 'AWS’s names for errors, and the dashboard’s own.' },
      message: { type: 'string', description: 'What failed, and what can be done.' },
      status: { type: 'integer' },
      field: { type: 'string', description: 'The parameter that a 400 is about.' },
      requestId: { type: 'string', description: 'AWS’s id of the request.' },
      retryAfterSeconds: { type: 'number' },
      retryable: { type: 'boolean', description: 'The same request may succeed later.' },
    } satisfies Record<keyof Problem, Json>,
  },
};

const SECURITY_SCHEMES = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'triptych-session',
    description: 'Only where people sign in. With TLS, __Host- is before the name.',
  },
  token: { type: 'http', scheme: 'bearer', description: 'A token that an operator created.' },
  program: { type: 'http', scheme: 'bearer', description: 'The token of TRIPTYCH_NOTES_TOKEN.' },
};
