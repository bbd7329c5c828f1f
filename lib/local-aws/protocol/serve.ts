import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseJsonMembers, readBody } from './body';
import { BodyBudget } from './body-budget';
import { answerWith, type Delivery, deliver, type Faults, isDelivery } from './faults';
import { checkReply, InvalidInput, jsonOf, type Reply } from './operation';
import { createRouter } from './router';
import type { Service } from './service';
import { ServiceError, type ServiceErrors } from './service-error';

/** The part of the world that the protocol itself uses; it passes the whole to the operations. */
type TestControls = {
  faults: Faults;
  /** How often each operation was called. */
  calls: Map<string, number>;
  checksAnswers: boolean;
};

/** Answers restJson1 requests to the services. Errors are sent as the service's own exceptions. */
export function createListener<World extends TestControls>(
  services: readonly Service<World>[],
  world: World,
) {
  const route = createRouter(services);
  const budget = new BodyBudget();

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('x-amzn-requestid', randomUUID());
    let errors: ServiceErrors | undefined;
    const lease = budget.lease();
    try {
      const { pathname, searchParams } = parseUrl(request.url);
      const { service, operation, labels, allowed } = route(methodOf(request), pathname);
      errors = service?.errors;
      if (!operation) throw allowed.length > 0 ? wrongMethod(allowed) : unknownOperation();
      world.calls.set(operation.name, (world.calls.get(operation.name) ?? 0) + 1);
      const fault = world.faults.take(operation.name);
      if (fault && !isDelivery(fault)) return answerWith(fault, response);
      const body = await readBody(request, lease.take);
      const members = operation.payload === 'blob' ? { body } : parseJsonMembers(body);
      const raw = { ...queryMembers(searchParams), ...members, ...labels };
      const reply = await operation
        .run(raw, { world, headers: request.headers })
        .catch((error: unknown) => Promise.reject(namingRepeats(error, searchParams)));
      if (world.checksAnswers) checkReply(operation, reply);
      await send(response, reply, fault);
    } catch (error) {
      if (hasDisconnected(request)) return;
      sendError(response, toServiceError(error, errors), errors?.messageKey ?? 'message');
    } finally {
      lease.release();
    }
  };
}

/** HEAD is answered like GET; Node leaves the body out. */
const methodOf = ({ method = 'GET' }: IncomingMessage) => (method === 'HEAD' ? 'GET' : method);

/** Whether the client disconnected while sending its request, so that nobody waits for an answer. */
function hasDisconnected(request: IncomingMessage): boolean {
  return request.destroyed && !request.complete;
}

function parseUrl(target = '/'): URL {
  try {
    return new URL(target, 'http://local-aws');
  } catch {
    throw unknownOperation();
  }
}

const unknownOperation = () =>
  new ServiceError('UnknownOperationException', 404, 'There is no such operation.');

function wrongMethod(allowed: string[]): ServiceError {
  const allow = allowed.join(', ');
  const message = `There is no such operation; this path takes ${allow}.`;
  return new ServiceError('UnknownOperationException', 405, message, {}, { allow });
}

function queryMembers(query: URLSearchParams): Record<string, string | string[]> {
  const members: Record<string, string | string[]> = {};
  for (const key of new Set(query.keys())) {
    const values = query.getAll(key);
    members[key] = values.length > 1 ? values : (values[0] ?? '');
  }
  return members;
}

/** Invalid input with the repeated query parameters named as such: the schema only knows that it got a list. */
function namingRepeats(error: unknown, query: URLSearchParams): unknown {
  if (!(error instanceof InvalidInput)) return error;
  return new InvalidInput(
    error.fields.map(({ name, message }) => {
      const count = query.getAll(name).length;
      return { name, message: count > 1 ? `is given ${count === 2 ? 'twice' : `${count} times`}` : message };
    }),
  );
}

function toServiceError(error: unknown, errors: ServiceErrors | undefined): ServiceError {
  if (error instanceof ServiceError) return error;
  if (error instanceof InvalidInput && errors) return errors.invalid(error.fields);
  console.error('local-aws:', error);
  return errors?.internal() ?? new ServiceError('InternalFailure', 500, 'Something went wrong.');
}

async function send(
  response: ServerResponse,
  { status = 200, headers = {}, body }: Reply,
  delivery?: Delivery,
): Promise<void> {
  if (response.destroyed) return;
  const bytes = body === undefined || body instanceof Uint8Array ? body : Buffer.from(jsonOf(body));
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
