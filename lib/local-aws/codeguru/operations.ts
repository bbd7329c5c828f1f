import type { Operation } from '../protocol/operation';

/** Every operation of the service that is served. */
export const codeguruOperations: readonly Operation[] = [];
