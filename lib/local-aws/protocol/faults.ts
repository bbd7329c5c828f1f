import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** The replacement of a call's answer. */
type Replacement =
  | { kind: 'exception'; code: string; status: number; message: string; headers?: Record<string, string> }
  | { kind: 'text'; status: number; text: string; contentType?: string }
  | { kind: 'empty' }
  | { kind: 'hang' }
  | { kind: 'reset' };

/** How a real answer is sent: only its first bytes, or a few bytes at an interval. */
export type Delivery = { kind: 'cut'; bytes: number } | { kind: 'trickle'; bytes: number; everyMs: number };

export type Fault = Replacement | Delivery;

/** Ten times 0.1 adds up to a little less than one. */
const ROUNDING = 1e-9;

/** `due` grows by `rate` with each call; the fault is played when it reaches one. */
type Injection = { fault: Fault; times: number; rate: number; due: number };

/** Faults that tests inject; each is played a number of times, then dropped. */
export class Faults {
  readonly #injections = new Map<string, Injection>();

  /** `rate` is the share of calls that fail, evenly spread: 0.25 is every fourth. Replaces the operation's earlier fault. */
  inject(operation: string, fault: Fault, times: number, rate = 1): void {
    this.#injections.set(operation, { fault, times, rate, due: 0 });
  }

  clear(): void {
    this.#injections.clear();
  }

  /** How many times an operation's fault is still to be played. */
  remaining(operation: string): number {
    return this.#injections.get(operation)?.times ?? 0;
  }

  /** The fault to play on this call, if any. */
  take(operation: string): Fault | undefined {
    const injection = this.#injections.get(operation);
    if (!injection) return undefined;
    injection.due += injection.rate;
    if (injection.due < 1 - ROUNDING) return undefined;
    injection.due -= 1;
    injection.times -= 1;
    if (injection.times <= 0) this.#injections.delete(operation);
    return injection.fault;
  }
}

export const isDelivery = (fault: Fault): fault is Delivery =>
  fault.kind === 'cut' || fault.kind === 'trickle';

/** Answers with the fault. A hang never answers: the client's timeout ends it. */
export function answerWith(fault: Replacement, response: ServerResponse): void {
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

/** Sends the body after its head was written: cut off, or slowly until it is complete or the client disconnects. */
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
