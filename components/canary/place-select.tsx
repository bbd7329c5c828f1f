import { Select, Switch } from '@mantine/core';
import { browserName } from '@/lib/canary/labels';
import type { RunPlace } from '@/lib/canary/run-places';

type PlaceSelectProps = {
  places: { locations: string[]; browsers: string[] };
  place: RunPlace;
  onPlace(place: RunPlace): void;
  hasRows: boolean;
  onRows(hasRows: boolean): void;
};

/** Chooses a location and a browser, and whether each has a row of its own. Nothing for a canary with one of each. */
export function PlaceSelect({ places, place, onPlace, hasRows, onRows }: PlaceSelectProps) {
  const { locations, browsers } = places;
  const isOne = locations.length < 2 && browsers.length < 2;
  const each = [locations.length > 1 && 'location', browsers.length > 1 && 'browser']
    .filter(Boolean)
    .join(' and ');
  if (isOne && place.location === null && place.browser === null) return null;
  return (
    <>
      {(locations.length > 1 || place.location !== null) && (
        <Select
          size="xs"
          w={180}
          clearable
          searchable
          aria-label="Location"
          placeholder="All locations"
          data={withChosen(locations, place.location)}
          value={place.location}
          onChange={(location) => onPlace({ ...place, location })}
        />
      )}
      {(browsers.length > 1 || place.browser !== null) && (
        <Select
          size="xs"
          w={130}
          clearable
          aria-label="Browser"
          placeholder="All browsers"
          data={withChosen(browsers, place.browser).map((value) => ({
            value,
            label: browserName(value) ?? value,
          }))}
          value={place.browser}
          onChange={(browser) => onPlace({ ...place, browser })}
        />
      )}
      {!isOne && (
        <Switch
          size="xs"
          label={`Row for each ${each}`}
          checked={hasRows}
          onChange={({ currentTarget }) => onRows(currentTarget.checked)}
        />
      )}
    </>
  );
}

/** A link may name one that has no runs here. */
const withChosen = (names: string[], chosen: string | null) =>
  chosen === null || names.includes(chosen) ? names : [...names, chosen];
