'use client';

import type { ProfileSettings } from '../settings/profile-settings';
import { useDebouncedText } from './use-debounced-text';
import { useEqualParts } from './use-equal-parts';

/**
 * The settings with the search that is requested. They stay the same object while another search is typed, so that only its matches
 * in the graph are drawn at once.
 */
export const useAppliedSettings = (settings: ProfileSettings): ProfileSettings =>
  useEqualParts({ ...settings, search: useDebouncedText(settings.search) });
