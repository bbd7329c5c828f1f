import type { Group } from './groups-file';
import type { Post } from './posts';
import type { ProfileSource } from './profile-source';

/** A profiling group of the sample data: generated profiles, or one that an agent really posted. */
export type SampleGroup = { group: Group; generated?: ProfileSource; captured?: () => Promise<Post> };
