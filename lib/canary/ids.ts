/** The forms of CloudWatch Synthetics' names and ids. */
export const CANARY_NAME = /^[0-9a-z_-]{1,255}$/;
export const DRY_RUN_ID = /^[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/;
