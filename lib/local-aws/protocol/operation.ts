import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import type { FieldError } from './service-error';

/** A JSON body that is already written. */
export class JsonText {
  constructor(readonly text: string) {}
}

export type Reply = {
  status?: number;
  headers?: Record<string, string>;
  body?: object | JsonText | Uint8Array;
};

/** The JSON text of a body. */
export const jsonOf = (body: object | JsonText): string =>
  body instanceof JsonText ? body.text : JSON.stringify(body);

/** Arguments of a handler in addition to its checked input. */
export type Call<World> = { world: World; headers: IncomingHttpHeaders };

type Route = {
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
type Definition<Schema extends z.ZodType, World> = Route & {
  input: Schema;
  handle: (input: z.output<Schema>, call: Call<World>) => Reply | Promise<Reply>;
};

/** An operation as a service lists it: only the operation itself knows the type of its input. */
export type Operation<World = never> = Route & {
  /** Name of its service. */
  service: string;
  input: z.ZodType;
  run: (raw: unknown, call: Call<World>) => Promise<Reply>;
};

export class InvalidInput extends Error {
  constructor(readonly fields: FieldError[]) {
    super('invalid input');
  }
}

/** Returns the function that defines operations of one service, whose handlers share a world. */
export function operationsOf<World>(service: string) {
  return <Schema extends z.ZodType>({
    input,
    handle,
    ...route
  }: Definition<Schema, World>): Operation<World> => ({
    ...route,
    service,
    input,
    run: async (raw, call) => {
      const parsed = input.safeParse(raw);
      if (parsed.success) return handle(parsed.data, call);
      throw new InvalidInput(
        parsed.error.issues.map(({ path, message }) => ({ name: path.join('.'), message })),
      );
    },
  });
}

/** Throws when a reply doesn't match its operation's output. */
export function checkReply({ name, output }: Route, { body }: Reply): void {
  const isJson = body !== undefined && !(body instanceof Uint8Array);
  if (!isJson && !output) return;
  const checked = output?.safeParse(isJson ? JSON.parse(jsonOf(body)) : undefined);
  if (!checked?.success)
    throw new Error(`${name} returned an answer that doesn't match its output: ${checked?.error.message}`);
}
