import { ServiceError, type ServiceErrors } from '../protocol/service-error';

/** CodeGuru Profiler's exceptions with the HTTP statuses of its model. */
export const validation = (message: string) => new ServiceError('ValidationException', 400, message);
export const notFound = (message: string) => new ServiceError('ResourceNotFoundException', 404, message);
export const conflict = (message: string) => new ServiceError('ConflictException', 409, message);

export const quotaExceeded = (message: string) =>
  new ServiceError('ServiceQuotaExceededException', 402, message);

/** Exceptions that the model lists for most operations. */
export const usualErrors = [
  'InternalServerException',
  'ValidationException',
  'ThrottlingException',
  'ResourceNotFoundException',
] as const;

export const codeguruErrors: ServiceErrors = {
  messageKey: 'message',
  statuses: {
    ConflictException: 409,
    InternalServerException: 500,
    ResourceNotFoundException: 404,
    ServiceQuotaExceededException: 402,
    ThrottlingException: 429,
    ValidationException: 400,
  },
  invalid: (fields) => validation(fields.map(({ name, message }) => `${name}: ${message}`).join('; ')),
  internal: () => new ServiceError('InternalServerException', 500, 'Something went wrong.'),
};
