import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import type { World } from '../world';
import type { FieldError } from './service-error';

export type ServiceName = 'codeguru-profiler' | 'deadline' | 'synthetics';

export type Reply = { status?: number; headers?: Record<string, string>; body?: object | Uint8Array };

/** What a handler knows of the request beside its checked input. */
export type Call = { world: World; headers: IncomingHttpHeaders };

type Route = {
  service: ServiceName;
  /** AWS's name of the operation. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  /** With `{label}`s, as in the service's model. */
  path: string;
  /** With 'blob' the raw body (gunzipped when Content-Encoding says gzip) arrives as the member `body`. */
  payload?: 'json' | 'blob';
  /** Names of the exceptions that the service's model lists for it. */
  errors: readonly string[];
  /**
   * Exactly the members of an answer's JSON body, as on the wire, for tests and fuzz runs to check; left out where the
   * answer has no body or isn't JSON.
   */
  output?: z.ZodType;
};

/**
 * One operation of one service. Labels, query parameters and the members of the JSON body are merged into
 * one object and checked by `input` before `handle` runs; a failed check is the service's ValidationException.
 */
type Definition<Schema extends z.ZodType> = Route & {
  input: Schema;
  handle(input: z.output<Schema>, call: Call): Reply | Promise<Reply>;
};

/** An operation as the table holds it: its input type is known to itself only. */
export type Operation = Route & { input: z.ZodType; run(raw: unknown, call: Call): Promise<Reply> };

export class InvalidInput extends Error {
  constructor(readonly fields: FieldError[]) {
    super('invalid input');
  }
}

export function operation<Schema extends z.ZodType>({
  input,
  handle,
  ...route
}: Definition<Schema>): Operation {
  return {
    ...route,
    input,
    run: async (raw, call) => {
      const parsed = input.safeParse(raw);
      if (!parsed.success) {
        throw new InvalidInput(
          parsed.error.issues.map(({ path, message }) => ({ name: path.join('.'), message })),
        );
      }
      const reply = await handle(parsed.data, call);
      if (call.world.checksAnswers) checkAnswer(route, reply);
      return reply;
    },
  };
}

/** Throws when an answer has other members than its operation's output, or of another form. */
function checkAnswer({ name, output }: Route, { body }: Reply): void {
  const isJson = body !== undefined && !(body instanceof Uint8Array);
  if (!isJson && !output) return;
  const checked = output?.safeParse(isJson ? JSON.parse(JSON.stringify(body)) : undefined);
  if (!checked?.success) throw new Error(`${name} answered beside its output: ${checked?.error.message}`);
}
