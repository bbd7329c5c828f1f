/** The forms of Deadline Cloud's ids. */
export const FARM_ID = /^farm-[0-9a-f]{32}$/;
export const QUEUE_ID = /^queue-[0-9a-f]{32}$/;
export const JOB_ID = /^job-[0-9a-f]{32}$/;
export const FLEET_ID = /^fleet-[0-9a-f]{32}$/;
export const BUDGET_ID = /^budget-[0-9a-f]{32}$/;
