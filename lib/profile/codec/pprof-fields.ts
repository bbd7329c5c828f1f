/** Field numbers of pprof's message Profile (https://github.com/google/pprof/blob/main/proto/profile.proto). */
export const SAMPLE_TYPE = 1;
export const SAMPLE = 2;
export const MAPPING = 3;
export const LOCATION = 4;
export const FUNCTION = 5;
export const STRING = 6;
export const TIME_NANOS = 9;
export const DURATION_NANOS = 10;
export const PERIOD_TYPE = 11;
export const PERIOD = 12;
export const COMMENT = 13;
export const DEFAULT_SAMPLE_TYPE = 14;
