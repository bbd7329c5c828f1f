import { operationsOf } from '../protocol/operation';
import type { SharedWorld } from '../store/shared-world';
import type { FarmStore } from './store/farm-store';

/** The world of the operations of Deadline Cloud. */
export type DeadlineWorld = SharedWorld & { farms: FarmStore };

/** Defines an operation of Deadline Cloud. */
export const operation = operationsOf<DeadlineWorld>('deadline');
