import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { limitText } from '@/lib/farm/filters/filter-text';
import { nextKeys } from '@/lib/farm/filters/place';
import { GROUP_KEY_LABELS } from '@/lib/farm/labels';
import { useOfferedKeys } from '../use-users';
import classes from './path.module.css';
import type { PlaceNav } from './place-nav';

/** The keys that the place can be grouped by, as links, and why others are missing. */
export function NextSteps({ nav: { place, href } }: { nav: PlaceNav }) {
  const keys = useOfferedKeys(nextKeys(place));
  const limit = limitText(place.filters);
  return (
    <>
      {keys.length > 0 && (
        <nav aria-label="Group by" className={classes.steps}>
          <span>by</span>
          {keys.map((key) =>
            place.groupBy.includes(key) ? (
              <span key={key} aria-current="true" className={classes.current}>
                {GROUP_KEY_LABELS[key]}
              </span>
            ) : (
              <Anchor
                key={key}
                component={Link}
                href={href({ ...place, groupBy: [key] })}
                prefetch={false}
                inherit
              >
                {GROUP_KEY_LABELS[key]}
              </Anchor>
            ),
          )}
        </nav>
      )}
      {limit && (
        <Text size="xs" c="dimmed">
          {limit}
        </Text>
      )}
    </>
  );
}
