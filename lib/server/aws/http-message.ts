/** The parts of the clients' HTTP messages that our middleware reads or writes. */
export type HttpRequest = {
  path: string;
  body?: unknown;
  query: Record<string, string | string[] | null>;
};
export type HttpResponse = { statusCode: number; body: unknown };

/** A middleware's request if it is an HTTP request, as it is for all three services. */
export function asHttpRequest(request: unknown): HttpRequest | undefined {
  const { query } = (request ?? {}) as Partial<HttpRequest>;
  return typeof query === 'object' && query !== null ? (request as HttpRequest) : undefined;
}

export function asHttpResponse(response: unknown): HttpResponse | undefined {
  const { statusCode } = (response ?? {}) as Partial<HttpResponse>;
  return typeof statusCode === 'number' ? (response as HttpResponse) : undefined;
}
