import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';

type Answer = { status: number; headers: Record<string, string>; body: string };

/** Stands between a dashboard and local-aws: passes requests on, answers them in its place, or holds them back. */
export class Upstream {
  #answer: Answer | undefined;
  #held: Promise<void> | undefined;
  #onRequest = () => {};
  readonly #server = createServer((request, response) => void this.#handle(request, response));

  private constructor(private readonly localAwsPort: number) {}

  static async start(port: number, localAwsPort: number): Promise<Upstream> {
    const upstream = new Upstream(localAwsPort);
    upstream.#server.listen(port, '127.0.0.1');
    await once(upstream.#server, 'listening');
    return upstream;
  }

  /** Answers everything like this from now on; undefined passes requests on again. */
  answer(answer: Answer | undefined): void {
    this.#answer = answer;
  }

  /** Holds requests back until `release` is called. `received` resolves with the first of them. */
  hold(): { received: Promise<void>; release: () => void } {
    let release = () => {};
    this.#held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const received = new Promise<void>((resolve) => {
      this.#onRequest = resolve;
    });
    return { received, release };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#onRequest();
    await this.#held;
    if (this.#answer) {
      const { status, headers, body } = this.#answer;
      response.writeHead(status, headers).end(body);
      return;
    }
    const { method, url: path, headers } = request;
    const passed = send({ host: '127.0.0.1', port: this.localAwsPort, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  }
}
