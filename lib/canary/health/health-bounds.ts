/** Maximum number of canaries in one request for their health. */
export const MAX_CANARIES_AT_ONCE = 50;

/** Maximum number of parts of a heartbeat. */
export const MAX_HEARTBEAT_BINS = 500;
