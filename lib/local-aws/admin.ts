import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { SettableClock } from './clock';
import { readBody } from './protocol/body';
import type { World } from './world';

export const ADMIN_PATH = '/_local-aws/';

const headers = z.record(z.string(), z.string()).optional();

const faultOrder = z.object({
  operation: z.string(),
  times: z.number().int().min(1).max(1_000_000).default(1),
  fault: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('exception'),
      code: z.string(),
      status: z.number().int().min(400).max(599),
      message: z.string(),
      headers,
    }),
    z.object({
      kind: z.literal('text'),
      status: z.number().int().min(200).max(599),
      text: z.string(),
      contentType: z.string().optional(),
    }),
    z.object({ kind: z.literal('empty') }),
    z.object({ kind: z.literal('hang') }),
    z.object({ kind: z.literal('reset') }),
  ]),
});

const clockOrder = z.object({ now: z.iso.datetime() });

/**
 * The path that real services don't have, for tests: PUT clock {now}, POST faults {operation, times, fault},
 * DELETE faults. Served only when local-aws was started with --admin.
 */
export async function serveAdmin(
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
): Promise<void> {
  const order = `${request.method} ${(request.url ?? '').slice(ADMIN_PATH.length)}`;
  try {
    switch (order) {
      case 'PUT clock': {
        const { now } = clockOrder.parse(JSON.parse((await readBody(request)).toString()));
        if (!(world.clock instanceof SettableClock))
          throw new Error('start local-aws with --now to set its clock');
        world.clock.set(Date.parse(now));
        break;
      }
      case 'POST faults': {
        const { operation, fault, times } = faultOrder.parse(
          JSON.parse((await readBody(request)).toString()),
        );
        world.faults.order(operation, fault, times);
        break;
      }
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
