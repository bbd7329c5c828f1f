import { operationsOf } from '../protocol/operation';
import type { SharedWorld } from '../store/shared-world';
import type { FarmStore } from './store/farm-store';

/** What the operations of Deadline Cloud share. */
export type DeadlineWorld = SharedWorld & { farms: FarmStore };

/** Defines an operation of Deadline Cloud. */
export const operation = operationsOf<DeadlineWorld>('deadline');
