'use client';

import { ActionIcon } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { isSameResource, type Resource, type ResourceKind } from '@/lib/overview/resource';
import { useFavourites, useRecent } from './use-kept-resources';

type StarButtonProps = {
  kind: ResourceKind;
  id: string;
  /** Undefined until it is known. */
  name: string | undefined;
};

/** Makes the resource of a page a favourite of this browser, or not any more. The page counts as seen. */
export function StarButton({ kind, id, name }: StarButtonProps) {
  const favourites = useFavourites();
  const recent = useRecent();
  const isFavourite = favourites.list.some((each) => isSameResource(each, { kind, id }));
  const see = useEffectEvent((seen: Resource) => recent.add(seen));
  useEffect(() => {
    if (name !== undefined) see({ kind, id, name });
  }, [kind, id, name]);
  const toggle = () => {
    const resource: Resource = { kind, id, name: name ?? id };
    if (isFavourite) favourites.remove(resource);
    else favourites.add(resource);
  };
  return (
    <ActionIcon
      variant="subtle"
      color={isFavourite ? 'yellow' : 'gray'}
      aria-label="Favourite"
      aria-pressed={isFavourite}
      title={isFavourite ? 'Remove from the favourites' : 'Add to the favourites of this browser'}
      onClick={toggle}
    >
      {isFavourite ? <IconStarFilled size={16} aria-hidden /> : <IconStar size={16} aria-hidden />}
    </ActionIcon>
  );
}
