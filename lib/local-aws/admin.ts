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

/** The last instant whose year has four digits, as on the services' wire. */
const MAX_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');

/** Allowed in a response header. */
const headerText = z.string().regex(/^[\x20-\x7e]*$/, 'must be printable ASCII');
const headers = z.record(z.string().regex(/^[\w-]+$/), headerText).optional();

/** Played on the next `times` calls, or on a share of all calls. An exception in the operation's model needs no status. */
const faultInput = z.object({
  operation: z.string(),
  times: z.number().int().min(1).max(1_000_000).optional(),
  rate: z.number().gt(0).max(1).default(1),
  fault: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('exception'),
      code: headerText,
      status: z.number().int().min(400).max(599).optional(),
      message: z.string().default('This fault was injected by a test.'),
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

/** An instant, or a duration to move forward, such as `PT1H`. */
const clockInput = z.union([z.strictObject({ now: z.iso.datetime() }), z.strictObject({ by: z.string() })]);

/**
 * Serves a path for tests that the real services don't have: PUT clock {now} or {by}, POST faults {operation, fault, times
 * or rate}, DELETE faults, GET calls. Only when local-aws was started with --admin.
 */
export async function serveAdmin(
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
): Promise<void> {
  const command = `${request.method} ${(request.url ?? '').slice(ADMIN_PATH.length)}`;
  try {
    switch (command) {
      case 'PUT clock':
        setClock(world, clockInput.parse(await bodyOf(request)));
        break;
      case 'POST faults':
        injectFault(world, faultInput.parse(await bodyOf(request)));
        break;
      case 'DELETE faults':
        world.faults.clear();
        break;
      case 'GET calls':
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify(Object.fromEntries(world.calls)));
        return;
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

const bodyOf = async (request: IncomingMessage): Promise<unknown> =>
  JSON.parse((await readBody(request, () => undefined)).toString());

function setClock({ clock }: World, input: z.output<typeof clockInput>): void {
  if (!isSettable(clock)) throw new Error('this clock can’t be set');
  const by = 'by' in input ? parseDuration(input.by) : undefined;
  if ('by' in input && by === undefined) throw new Error('by: must be a duration such as PT1H');
  const now = 'now' in input ? Date.parse(input.now) : clock.now() + (by ?? 0);
  if (now > MAX_INSTANT) throw new Error('the clock ends with the year 9999');
  clock.set(now);
}

function injectFault(
  { faults }: World,
  { operation: name, fault, rate, times = rate < 1 ? ALWAYS : 1 }: z.output<typeof faultInput>,
): void {
  const operation = operations.find((known) => known.name === name);
  if (!operation) throw new Error(`operation: ${name} is not served`);
  const complete =
    fault.kind === 'exception'
      ? { ...fault, status: fault.status ?? statusOf(operation, fault.code) }
      : fault;
  faults.inject(name, complete, times, rate);
}

function statusOf(operation: Operation, code: string): number {
  const isKnown = operation.errors.includes(code);
  const status = isKnown ? serviceOf(operation).errors.statuses[code] : undefined;
  if (!status) throw new Error(`status: must be given, ${code} is not an exception of ${operation.name}`);
  return status;
}
