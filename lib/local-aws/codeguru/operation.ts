import { operationsOf } from '../protocol/operation';
import type { SharedWorld } from '../store/shared-world';
import type { ProfileStore } from './store/profile-store';

/** What the operations of CodeGuru Profiler share. */
export type CodeguruWorld = SharedWorld & { profiles: ProfileStore };

/** Defines an operation of CodeGuru Profiler. */
export const operation = operationsOf<CodeguruWorld>('codeguru-profiler');
