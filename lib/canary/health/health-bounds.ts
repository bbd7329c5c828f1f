/** Maximum number of canaries in one request for their health. */
export const MAX_CANARIES_AT_ONCE = 50;

/** Parts of a heartbeat in the list of canaries, which are at least four pixels wide each. */
export const LIST_BINS = 48;

/** Maximum number of parts of a heartbeat. */
export const MAX_HEARTBEAT_BINS = 500;
