import type { ServerResponse } from 'node:http';

/** What an operation is told to do instead of its work. */
export type Fault =
  | { kind: 'exception'; code: string; status: number; message: string; headers?: Record<string, string> }
  | { kind: 'text'; status: number; text: string; contentType?: string }
  | { kind: 'empty' }
  | { kind: 'hang' }
  | { kind: 'reset' };

/** Faults that tests order by the admin path; each is played a number of times, then forgotten. */
export class Faults {
  readonly #orders = new Map<string, { fault: Fault; times: number }>();

  order(operation: string, fault: Fault, times: number): void {
    this.#orders.set(operation, { fault, times });
  }

  clear(): void {
    this.#orders.clear();
  }

  /** True when a fault took the answer over. A hang leaves the connection to the client's timeout. */
  async play(operation: string, response: ServerResponse): Promise<boolean> {
    const order = this.#orders.get(operation);
    if (!order) return false;
    order.times -= 1;
    if (order.times <= 0) this.#orders.delete(operation);
    answerWith(order.fault, response);
    return true;
  }
}

function answerWith(fault: Fault, response: ServerResponse): void {
  switch (fault.kind) {
    case 'exception':
      response
        .writeHead(fault.status, {
          'content-type': 'application/json',
          'x-amzn-errortype': fault.code,
          ...fault.headers,
        })
        .end(JSON.stringify({ message: fault.message, Message: fault.message }));
      return;
    case 'text':
      response.writeHead(fault.status, { 'content-type': fault.contentType ?? 'text/plain' }).end(fault.text);
      return;
    case 'empty':
      response.writeHead(200).end();
      return;
    case 'reset':
      response.destroy();
      return;
    case 'hang':
      return;
  }
}
