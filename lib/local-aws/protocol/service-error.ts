/** An exception of one of the services: the name of its shape, its HTTP status, and members besides the message. */
export class ServiceError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly members: Record<string, unknown> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = code;
  }
}

/** A fault in one member of a request. */
export type FieldError = { name: string; message: string };

/** How one service reports the failures that the protocol detects. */
export type ServiceErrors = {
  /** Key of the text in this service's errors. */
  messageKey: 'message' | 'Message';
  /** HTTP statuses of the service's exceptions by name. */
  statuses: Readonly<Record<string, number>>;
  invalid(fields: FieldError[]): ServiceError;
  internal(): ServiceError;
};
