import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from '../world';
import { parseJsonMembers, readBody } from './body';
import { BodyRoom } from './body-room';
import { answerWith, type Delivery, deliver, isDelivery } from './faults';
import { InvalidInput, type Operation, type Reply, type ServiceName } from './operation';
import { createRouter } from './router';
import { ServiceError, type ServiceErrors } from './service-error';

type Services = Record<ServiceName, ServiceErrors>;

/** Answers restJson1 requests for a table of operations. Errors go out as the service's own exceptions. */
export function createListener(operations: readonly Operation[], services: Services, world: World) {
  const route = createRouter(operations);
  const room = new BodyRoom();

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('x-amzn-requestid', randomUUID());
    let service: ServiceErrors | undefined;
    const share = room.share();
    try {
      const { pathname, searchParams } = parseUrl(request.url);
      const match = route(methodOf(request), pathname);
      if (!match) throw new ServiceError('UnknownOperationException', 404, 'There is no such operation.');
      service = services[match.operation.service];
      const fault = world.faults.take(match.operation.name);
      if (fault && !isDelivery(fault)) return answerWith(fault, response);
      const body = await readBody(request, share.take);
      const members = match.operation.payload === 'blob' ? { body } : parseJsonMembers(body);
      const raw = { ...queryMembers(searchParams), ...members, ...match.labels };
      const reply = await match.operation.run(raw, { world, headers: request.headers });
      await send(response, reply, fault);
    } catch (error) {
      if (hasLeft(request)) return;
      sendError(response, toServiceError(error, service), service?.messageKey ?? 'message');
    } finally {
      share.release();
    }
  };
}

/** HEAD is answered as GET is; its body is not sent. */
const methodOf = ({ method = 'GET' }: IncomingMessage) => (method === 'HEAD' ? 'GET' : method);

/** Whether the client went away in the middle of its request: nobody waits for an answer. */
function hasLeft(request: IncomingMessage): boolean {
  return request.destroyed && !request.complete;
}

function parseUrl(target = '/'): URL {
  try {
    return new URL(target, 'http://local-aws');
  } catch {
    throw new ServiceError('UnknownOperationException', 404, 'There is no such operation.');
  }
}

function queryMembers(query: URLSearchParams): Record<string, string | string[]> {
  const members: Record<string, string | string[]> = {};
  for (const key of new Set(query.keys())) {
    const values = query.getAll(key);
    members[key] = values.length > 1 ? values : (values[0] ?? '');
  }
  return members;
}

function toServiceError(error: unknown, service: ServiceErrors | undefined): ServiceError {
  if (error instanceof ServiceError) return error;
  if (error instanceof InvalidInput && service) return service.invalid(error.fields);
  console.error('local-aws:', error);
  return service?.internal() ?? new ServiceError('InternalFailure', 500, 'Something went wrong.');
}

async function send(
  response: ServerResponse,
  { status = 200, headers = {}, body }: Reply,
  delivery?: Delivery,
): Promise<void> {
  if (response.destroyed) return;
  const bytes = body === undefined || body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
  if (body !== undefined && !(body instanceof Uint8Array))
    response.setHeader('content-type', 'application/json');
  if (status !== 204) response.setHeader('content-length', bytes?.length ?? 0);
  response.writeHead(status, headers);
  if (delivery && bytes) await deliver(delivery, response, bytes);
  else response.end(bytes);
}

export function sendError(
  response: ServerResponse,
  error: ServiceError,
  messageKey: 'message' | 'Message',
): void {
  void send(response, {
    status: error.status,
    headers: { 'x-amzn-errortype': error.code, ...error.headers },
    body: { ...error.members, [messageKey]: error.message },
  });
}
