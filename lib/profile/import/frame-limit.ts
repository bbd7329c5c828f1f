import type { UndecodableProfile } from '../tree/undecodable';
import { hasTooMany } from './refusals';

/** Maximum number of distinct frames of a file: five times as many as the dashboard is designed for. */
export const MAX_FILE_FRAMES = 5_000_000;

/** The refusal of a file with more distinct frames. */
export const tooManyFrames = (): UndecodableProfile => hasTooMany(MAX_FILE_FRAMES, 'distinct frames');
