type Cookie = { name: string; value: string; path: string };

/** Follows redirects and keeps cookies by origin and path, as a browser does. */
export class TestBrowser {
  readonly #cookies = new Map<string, Cookie[]>();

  /** `answer` answers requests to the dashboard instead of a server. */
  constructor(
    private readonly dashboard: string,
    private readonly answer: (request: Request) => Promise<Response>,
  ) {}

  /** The Cookie header for an address. */
  cookies(url: string): string {
    const { origin, pathname } = new URL(url);
    const sent = (this.#cookies.get(origin) ?? []).filter(({ path }) => pathname.startsWith(path));
    return sent.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  /** Sends one request. */
  async send(url: string, body?: URLSearchParams): Promise<Response> {
    const { origin, host } = new URL(url);
    const headers = new Headers({ cookie: this.cookies(url), host });
    const init = { headers, redirect: 'manual' as const, ...(body && { method: 'POST', body }) };
    const response =
      origin === this.dashboard ? await this.answer(new Request(url, init)) : await fetch(url, init);
    for (const header of response.headers.getSetCookie()) this.#keep(origin, header);
    return response;
  }

  /** Sends a request and follows redirects until an address matches, whose request isn’t sent, or there is none. */
  async follow(
    url: string,
    until: RegExp,
    body?: URLSearchParams,
  ): Promise<{ url: string; response?: Response }> {
    const response = await this.send(url, body);
    const location = response.headers.get('location');
    if (location === null) return { url, response };
    const next = new URL(location, url).href;
    return until.test(next) ? { url: next } : this.follow(next, until);
  }

  #keep(origin: string, header: string): void {
    const [pair = '', ...attributes] = header.split('; ');
    const name = pair.slice(0, pair.indexOf('='));
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
    const others = (this.#cookies.get(origin) ?? []).filter(
      (each) => each.name !== name || each.path !== path,
    );
    const isRemoved = attributes.some((each) => /^(max-age=0|expires=Thu, 01 Jan 1970)/i.test(each));
    const kept = isRemoved ? [] : [{ name, value: pair.slice(name.length + 1), path }];
    this.#cookies.set(origin, [...others, ...kept]);
  }
}
