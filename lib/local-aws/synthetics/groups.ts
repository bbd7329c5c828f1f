import type { CanaryDefinition } from './canary-definition';
import { notFound } from './errors';
import type { SyntheticsWorld } from './operation';
import { stableId } from './stable-id';

/** Region and account in ARNs. */
const OWNER = 'us-east-1:000000000000';

/** A group of canaries. Instants are epoch milliseconds. */
export type Group = {
  /** 12 lower-case hex digits. */
  id: string;
  name: string;
  arn: string;
  created: number;
  modified: number;
  canaries: readonly CanaryDefinition[];
};

/** The groups that canaries belong to, by name. A group was created with its oldest canary [?]. */
export function allGroups(canaries: readonly CanaryDefinition[]): Group[] {
  const members = new Map<string, CanaryDefinition[]>();
  for (const canary of canaries) {
    for (const name of canary.groups ?? []) members.set(name, [...(members.get(name) ?? []), canary]);
  }
  return [...members]
    .map(([name, canaries]) => {
      const id = stableId('canary-group', name).slice(-12);
      return {
        id,
        name,
        arn: `arn:aws:synthetics:${OWNER}:group:${id}`,
        created: Math.min(...canaries.map(({ created }) => created)),
        modified: Math.max(...canaries.map(({ created, modified = created }) => modified)),
        canaries,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Finds a group by ARN, id or name. Throws ResourceNotFoundException when there is none. */
export function findGroup({ canaries }: SyntheticsWorld, identifier: string): Group {
  const groups = allGroups(canaries.list());
  const group =
    groups.find(({ arn, id }) => arn === identifier || id === identifier) ??
    groups.find(({ name }) => name === identifier);
  if (!group) throw notFound(`There is no group ${identifier}.`);
  return group;
}

export const canaryArn = ({ name }: CanaryDefinition) => `arn:aws:synthetics:${OWNER}:canary:${name}`;

/** The wire's GroupSummary. */
export const toWireSummary = ({ id, name, arn }: Group) => ({ Id: id, Name: name, Arn: arn });
