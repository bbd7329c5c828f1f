import { operationsOf } from '../protocol/operation';
import type { SharedWorld } from '../store/shared-world';
import type { ProfileStore } from './store/profile-store';

/** The world of the operations of CodeGuru Profiler. */
export type CodeguruWorld = SharedWorld & { profiles: ProfileStore };

/** Defines an operation of CodeGuru Profiler. */
export const operation = operationsOf<CodeguruWorld>('codeguru-profiler');
