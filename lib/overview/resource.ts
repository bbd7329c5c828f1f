import { CANARY_NAME } from '@/lib/canary/ids';
import { FARM_ID } from '@/lib/farm/ids';
import { GROUP_NAME } from '@/lib/profile/view/profiling-group';

/** What has a page of its own. The name of a farm is the one that it had when it was kept. */
export type Resource = { kind: ResourceKind; id: string; name: string };

export type ResourceKind = 'canary' | 'farm' | 'group';

const MAX_NAME = 200;

const FORMS: Record<ResourceKind, { id: RegExp; path: string }> = {
  canary: { id: CANARY_NAME, path: '/canaries' },
  farm: { id: FARM_ID, path: '/farms' },
  group: { id: GROUP_NAME, path: '/profiles' },
};

export const resourcePath = ({ kind, id }: Pick<Resource, 'kind' | 'id'>): string =>
  `${FORMS[kind].path}/${encodeURIComponent(id)}`;

export const isSameResource = (a: Pick<Resource, 'kind' | 'id'>, b: Pick<Resource, 'kind' | 'id'>): boolean =>
  a.kind === b.kind && a.id === b.id;

/** The resources in a text that a browser kept, at most `max`. Whatever isn't one is left out. */
export function parseResources(text: string | null, max: number): Resource[] {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return [];
  }
  const found: Resource[] = [];
  for (const each of Array.isArray(value) ? value : []) {
    const resource = resourceOf(each);
    if (resource && !found.some((other) => isSameResource(other, resource))) found.push(resource);
    if (found.length === max) break;
  }
  return found;
}

function resourceOf(value: unknown): Resource | undefined {
  const { kind, id, name } = (value ?? {}) as Partial<Record<keyof Resource, unknown>>;
  const isKind = typeof kind === 'string' && Object.hasOwn(FORMS, kind);
  if (!isKind || typeof id !== 'string' || typeof name !== 'string') return undefined;
  if (!FORMS[kind as ResourceKind].id.test(id) || name === '' || name.length > MAX_NAME) return undefined;
  return { kind: kind as ResourceKind, id, name };
}
