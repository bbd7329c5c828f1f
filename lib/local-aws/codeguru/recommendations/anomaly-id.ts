import { createHmac } from 'node:crypto';

/** The anomaly instance that an id stands for. */
export type Instance = { groupName: string; frameName: string; start: number };

/**
 * The id of an anomaly's instance, in the form of a UUID. It is always the same for the same instance and is recognised by
 * its signature, so that no list of issued ids has to be stored: the first half hashes the instance, the second signs the
 * first together with the group's name.
 */
export function anomalyId(key: Buffer, { groupName, frameName, start }: Instance): string {
  const hash = createHmac('sha256', key).update(JSON.stringify(['told', groupName, frameName, start]));
  const head = hash.digest('hex').slice(0, HALF);
  return uuidOf(head + signature(key, groupName, head));
}

/** Whether an id was issued for an anomaly of this group. */
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
