import type { Operation } from '../protocol/operation';

/** Every operation of the service that is served. */
export const syntheticsOperations: readonly Operation[] = [];
