type Next<Args, Result> = (args: Args) => Promise<Result>;

type Command = { middlewareStack: { add(middleware: never, options: object): void } };

/** Members of a request that the client predates. */
type NewerMembers = { body?: object; query?: Record<string, string> };

/** The response of a command as it was sent, with members that the client drops, to a request with newer members. */
export async function rawAnswer<Answer>(
  { middlewareStack }: Command,
  send: () => Promise<unknown>,
  { body = {}, query = {} }: NewerMembers = {},
): Promise<Answer> {
  let answer: unknown;
  const read = (text: string) => {
    answer = JSON.parse(text);
  };
  // Before the request is signed, and before the response is deserialized.
  middlewareStack.add(addTo(body, query) as never, { step: 'build', priority: 'high' });
  middlewareStack.add(readBody(read) as never, { step: 'deserialize', priority: 'low' });
  await send();
  return answer as Answer;
}

function addTo(body: object, query: Record<string, string>) {
  return <Args extends { request: unknown }, Result>(next: Next<Args, Result>): Next<Args, Result> =>
    (args) => {
      const request = args.request as { body?: string; query: object };
      if (request.body) request.body = JSON.stringify({ ...JSON.parse(request.body), ...body });
      Object.assign(request.query, query);
      return next(args);
    };
}

function readBody(read: (text: string) => void) {
  return <Args, Result extends { response: unknown }>(next: Next<Args, Result>): Next<Args, Result> =>
    async (args) => {
      const result = await next(args);
      const response = result.response as { body: AsyncIterable<Buffer> | Buffer };
      const chunks: Buffer[] = [];
      for await (const chunk of response.body as AsyncIterable<Buffer>) chunks.push(chunk);
      response.body = Buffer.concat(chunks);
      read(response.body.toString());
      return result;
    };
}
