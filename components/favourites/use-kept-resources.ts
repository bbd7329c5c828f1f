'use client';

import { useLocalStorage } from '@mantine/hooks';
import { isSameResource, parseResources, type Resource } from '@/lib/overview/resource';

const MAX_FAVOURITES = 30;
const MAX_RECENT = 6;

const NONE: Resource[] = [];

type KeptResources = {
  list: readonly Resource[];
  /** Keeps a resource as the first one. The last one makes room for it. */
  add(resource: Resource): void;
  remove(resource: Resource): void;
};

/** A list of resources that this browser keeps, for all of its tabs; empty on the server and until the page is hydrated. */
function useKeptResources(key: string, max: number): KeptResources {
  const [list, setList] = useLocalStorage({
    ...{ key, defaultValue: NONE },
    deserialize: (text) => parseResources(text ?? null, max),
  });
  const others = (all: readonly Resource[], resource: Resource) =>
    all.filter((each) => !isSameResource(each, resource));
  return {
    list,
    add: (resource) => setList((before) => [resource, ...others(before, resource)].slice(0, max)),
    remove: (resource) => setList((before) => others(before, resource)),
  };
}

export const useFavourites = () => useKeptResources('triptych-favourites', MAX_FAVOURITES);
export const useRecent = () => useKeptResources('triptych-recent', MAX_RECENT);
