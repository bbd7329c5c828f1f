import { type Body, collectBytes } from './collect-bytes';
import { asHttpResponse } from './http-message';

/** The part of a client's command that takes middleware. The clients have different versions of its type. */
type Command = { middlewareStack: { add(middleware: never, options: never): void } };

type Handled = { response: unknown };
type Next = (args: object) => Promise<Handled>;

const EMPTY = Buffer.from('{}');

/**
 * Takes the JSON of a command's answer before its client reads it, with all its members and untouched times; the result
 * parses it afterwards. The client's own deserializer receives an empty object; it still handles error answers.
 */
export function interceptJson(command: Command): () => unknown {
  let bytes: Uint8Array = EMPTY;
  const middleware = (next: Next) => async (args: object) => {
    const result = await next(args);
    const response = asHttpResponse(result.response);
    if (response && response.statusCode < 300) {
      bytes = await collectBytes(response.body as Body);
      response.body = EMPTY;
    }
    return result;
  };
  const options = { step: 'deserialize', name: 'interceptJson', priority: 'low' };
  command.middlewareStack.add(middleware as never, options as never);
  return () => JSON.parse(decoder.decode(bytes));
}

const decoder = new TextDecoder();
