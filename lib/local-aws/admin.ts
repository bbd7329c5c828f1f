import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { parseDuration } from '@/lib/time/duration';
import { isSettable } from './clock';
import { readBody } from './protocol/body';
import type { Operation } from './protocol/operation';
import { operations, serviceOf } from './services';
import type { World } from './world';

export const ADMIN_PATH = '/_local-aws/';

const ALWAYS = 1_000_000;

/** The last instant whose year has four digits, as the services write it. */
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** What may stand in a header of an answer. */
const headerText = z.string().regex(/^[\x20-\x7e]*$/, 'must be printable ASCII');
const headers = z.record(z.string().regex(/^[\w-]+$/), headerText).optional();

/** Played on the next `times` calls, or on a share of them from now on. An exception of the model knows its status. */
const faultOrder = z.object({
  operation: z.string(),
  times: z.number().int().min(1).max(1_000_000).optional(),
  rate: z.number().gt(0).max(1).default(1),
  fault: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('exception'),
      code: headerText,
      status: z.number().int().min(400).max(599).optional(),
      message: z.string().default('This was ordered by a test.'),
      headers,
    }),
    z.object({
      kind: z.literal('text'),
      status: z.number().int().min(200).max(599),
      text: z.string(),
      contentType: headerText.optional(),
    }),
    z.object({ kind: z.literal('empty') }),
    z.object({ kind: z.literal('hang') }),
    z.object({ kind: z.literal('reset') }),
    z.object({ kind: z.literal('cut'), bytes: z.number().int().min(0).default(10) }),
    z.object({
      kind: z.literal('trickle'),
      bytes: z.number().int().min(1).default(1),
      everyMs: z.number().int().min(1).max(60_000).default(100),
    }),
  ]),
});

/** An instant, or how far to move on, such as `PT1H`. */
const clockOrder = z.union([z.strictObject({ now: z.iso.datetime() }), z.strictObject({ by: z.string() })]);

/**
 * The path that real services don't have, for tests: PUT clock {now} or {by}, POST faults {operation, fault, times or
 * rate}, DELETE faults. Served only when local-aws was started with --admin.
 */
export async function serveAdmin(
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
): Promise<void> {
  const order = `${request.method} ${(request.url ?? '').slice(ADMIN_PATH.length)}`;
  try {
    switch (order) {
      case 'PUT clock':
        setClock(world, clockOrder.parse(await orderIn(request)));
        break;
      case 'POST faults':
        orderFault(world, faultOrder.parse(await orderIn(request)));
        break;
      case 'DELETE faults':
        world.faults.clear();
        break;
      default:
        response.writeHead(404).end();
        return;
    }
    response.writeHead(204).end();
  } catch (error) {
    response
      .writeHead(400, { 'content-type': 'text/plain' })
      .end(error instanceof Error ? error.message : '');
  }
}

const orderIn = async (request: IncomingMessage): Promise<unknown> =>
  JSON.parse((await readBody(request, () => undefined)).toString());

function setClock({ clock }: World, order: z.output<typeof clockOrder>): void {
  if (!isSettable(clock)) throw new Error('this clock can’t be set');
  const by = 'by' in order ? parseDuration(order.by) : undefined;
  if ('by' in order && by === undefined) throw new Error('by: must be a duration such as PT1H');
  const now = 'now' in order ? Date.parse(order.now) : clock.now() + (by ?? 0);
  if (now > LATEST) throw new Error('the clock ends with the year 9999');
  clock.set(now);
}

function orderFault(
  { faults }: World,
  { operation: name, fault, rate, times = rate < 1 ? ALWAYS : 1 }: z.output<typeof faultOrder>,
): void {
  const operation = operations.find((known) => known.name === name);
  if (!operation) throw new Error(`operation: ${name} is not served`);
  const whole =
    fault.kind === 'exception'
      ? { ...fault, status: fault.status ?? statusOf(operation, fault.code) }
      : fault;
  faults.inject(name, whole, times, rate);
}

function statusOf(operation: Operation, code: string): number {
  const isKnown = operation.errors.includes(code);
  const status = isKnown ? serviceOf(operation).errors.statuses[code] : undefined;
  if (!status) throw new Error(`status: must be given, ${code} is not an exception of ${operation.name}`);
  return status;
}
