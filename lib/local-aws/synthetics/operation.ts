import { operationsOf } from '../protocol/operation';
import type { SharedWorld } from '../store/shared-world';
import type { CanaryStore } from './store/canary-store';

/** What the operations of CloudWatch Synthetics share. */
export type SyntheticsWorld = SharedWorld & { canaries: CanaryStore };

/** Defines an operation of CloudWatch Synthetics. */
export const operation = operationsOf<SyntheticsWorld>('synthetics');
