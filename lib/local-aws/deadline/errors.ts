import { type FieldError, ServiceError, type ServiceErrors } from '../protocol/service-error';

/** The model's errors of operations that name no resource. */
export const listErrors = [
  'AccessDeniedException',
  'InternalServerErrorException',
  'ThrottlingException',
  'ValidationException',
] as const;

/** The model's errors of operations that name one. */
export const usualErrors = [...listErrors, 'ResourceNotFoundException'] as const;

/** Deadline Cloud's exceptions, with the members that its model requires. */
export const validation = (fields: FieldError[]) =>
  new ServiceError(
    'ValidationException',
    400,
    fields.map(({ name, message }) => `${name}: ${message}`).join('; '),
    { reason: 'FIELD_VALIDATION_FAILED', fieldList: fields },
  );

export const notFound = (resourceType: string, resourceId: string) =>
  new ServiceError('ResourceNotFoundException', 404, `There is no ${resourceType} ${resourceId}.`, {
    resourceId,
    resourceType,
  });

/** `retryAfterSeconds` is sent as the Retry-After header. */
export const throttled = (message: string, retryAfterSeconds: number, context: Record<string, string>) =>
  new ServiceError(
    'ThrottlingException',
    429,
    message,
    { serviceCode: 'deadline', context },
    { 'retry-after': String(retryAfterSeconds) },
  );

export const deadlineErrors: ServiceErrors = {
  messageKey: 'message',
  statuses: {
    AccessDeniedException: 403,
    ConflictException: 409,
    InternalServerErrorException: 500,
    ResourceNotFoundException: 404,
    ServiceQuotaExceededException: 402,
    ThrottlingException: 429,
    ValidationException: 400,
  },
  invalid: validation,
  internal: () =>
    new ServiceError(
      'InternalServerErrorException',
      500,
      'Something went wrong.',
      {},
      { 'retry-after': '1' },
    ),
};
