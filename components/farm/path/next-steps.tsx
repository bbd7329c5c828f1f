import { Text } from '@mantine/core';
import { limitText } from '@/lib/farm/filters/filter-text';
import { nextKeys } from '@/lib/farm/filters/place';
import { GROUP_KEY_LABELS } from '@/lib/farm/labels';
import { useOfferedKeys } from '../use-users';
import classes from './path.module.css';
import { PlaceLink } from './place-link';
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
              <PlaceLink key={key} href={href({ ...place, groupBy: [key] })}>
                {GROUP_KEY_LABELS[key]}
              </PlaceLink>
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
