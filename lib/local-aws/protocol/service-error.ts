/** An exception of one of the services: its shape's name, its HTTP status, and members beside the message. */
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

/** What is wrong with one member of a request. */
export type FieldError = { name: string; message: string };

/** How one service words the failures that the protocol itself finds. */
export type ServiceErrors = {
  /** 'message' or 'Message': the key under which this service's errors carry their text. */
  messageKey: 'message' | 'Message';
  /** HTTP codes of the service's exceptions, by their names. */
  statuses: Readonly<Record<string, number>>;
  invalid(fields: FieldError[]): ServiceError;
  internal(): ServiceError;
};
