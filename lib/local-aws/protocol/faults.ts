import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What an operation is told to do instead of its work. */
type Instead =
  | { kind: 'exception'; code: string; status: number; message: string; headers?: Record<string, string> }
  | { kind: 'text'; status: number; text: string; contentType?: string }
  | { kind: 'empty' }
  | { kind: 'hang' }
  | { kind: 'reset' };

/** How an operation is told to send what it did: only its first bytes, or a few bytes every so many milliseconds. */
export type Delivery = { kind: 'cut'; bytes: number } | { kind: 'trickle'; bytes: number; everyMs: number };

export type Fault = Instead | Delivery;

/** Ten times a tenth is a little less than one. */
const ROUNDING = 1e-9;

type Order = { fault: Fault; times: number; rate: number; due: number };

/** Faults that tests order by the admin path; each is played a number of times, then forgotten. */
export class Faults {
  readonly #orders = new Map<string, Order>();

  /** `rate` is the share of the calls that it plays on, evenly spread: .25 is every fourth. */
  inject(operation: string, fault: Fault, times: number, rate = 1): void {
    this.#orders.set(operation, { fault, times, rate, due: 0 });
  }

  clear(): void {
    this.#orders.clear();
  }

  /** The fault of this call, if there is one. */
  take(operation: string): Fault | undefined {
    const order = this.#orders.get(operation);
    if (!order) return undefined;
    order.due += order.rate;
    if (order.due < 1 - ROUNDING) return undefined;
    order.due -= 1;
    order.times -= 1;
    if (order.times <= 0) this.#orders.delete(operation);
    return order.fault;
  }
}

export const isDelivery = (fault: Fault): fault is Delivery =>
  fault.kind === 'cut' || fault.kind === 'trickle';

/** Answers with the fault. A hang leaves the connection to the client's timeout. */
export function answerWith(fault: Instead, response: ServerResponse): void {
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

/** Sends a body whose head is written: cut off, or slowly until it is sent or the client has gone. */
export async function deliver(delivery: Delivery, response: ServerResponse, body: Uint8Array): Promise<void> {
  if (delivery.kind === 'cut') {
    response.write(body.subarray(0, delivery.bytes), () => response.destroy());
    return;
  }
  for (let at = 0; at < body.length && !response.destroyed; at += delivery.bytes) {
    response.write(body.subarray(at, at + delivery.bytes));
    await wait(delivery.everyMs);
  }
  response.end();
}
