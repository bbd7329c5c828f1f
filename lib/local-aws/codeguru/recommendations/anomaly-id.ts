import { createHmac } from 'node:crypto';

/** What an id was given for. */
export type Told = { groupName: string; frameName: string; start: number };

/**
 * The id of an anomaly's instance, in the form of a UUID: the same whenever it is told, and known again by its
 * signature, so that nothing need be kept of what was told. The first half says what it is of, the second signs that
 * with the group's name.
 */
export function anomalyId(key: Buffer, { groupName, frameName, start }: Told): string {
  const told = createHmac('sha256', key).update(JSON.stringify(['told', groupName, frameName, start]));
  const head = told.digest('hex').slice(0, HALF);
  return uuidOf(head + signature(key, groupName, head));
}

/** Whether an id was given to an anomaly of this group. */
export function isAnomalyOf(key: Buffer, groupName: string, id: string): boolean {
  const digits = id.replaceAll('-', '');
  return digits.slice(HALF) === signature(key, groupName, digits.slice(0, HALF));
}

const HALF = 16;

function signature(key: Buffer, groupName: string, head: string): string {
  const signed = createHmac('sha256', key).update(JSON.stringify(['anomaly', groupName, head]));
  return signed.digest('hex').slice(0, HALF);
}

/** 32 hex digits with the hyphens of a UUID. */
export const uuidOf = (digits: string) =>
  digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
