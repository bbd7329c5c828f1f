import { ServiceError, type ServiceErrors } from '../protocol/service-error';

/** CloudWatch Synthetics' exceptions, with the HTTP statuses of its model. */
export const validation = (message: string) => new ServiceError('ValidationException', 400, message);
export const conflict = (message: string) => new ServiceError('ConflictException', 409, message);
export const notFound = (message: string) => new ServiceError('ResourceNotFoundException', 404, message);

export const syntheticsErrors: ServiceErrors = {
  messageKey: 'Message',
  statuses: {
    AccessDeniedException: 403,
    ConflictException: 409,
    InternalServerException: 500,
    ResourceNotFoundException: 404,
    ValidationException: 400,
  },
  invalid: (fields) => validation(fields.map(({ name, message }) => `${name}: ${message}`).join('; ')),
  internal: () => new ServiceError('InternalServerException', 500, 'Something went wrong.'),
};
