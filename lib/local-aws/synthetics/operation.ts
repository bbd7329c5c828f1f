import { operationsOf } from '../protocol/operation';
import type { SharedWorld } from '../store/shared-world';
import type { CanaryStore } from './store/canary-store';

/** The world of the operations of CloudWatch Synthetics. */
export type SyntheticsWorld = SharedWorld & { canaries: CanaryStore };

/** Defines an operation of CloudWatch Synthetics. */
export const operation = operationsOf<SyntheticsWorld>('synthetics');
