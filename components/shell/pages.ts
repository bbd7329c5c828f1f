import { IconChartBar, IconFlame, IconHeartbeat, IconLayoutRows, IconLink } from '@tabler/icons-react';

/** The pages of the navigation; `g` and then `key` goes there. */
export const PAGES = [
  { path: '/', label: 'Overview', key: 'o', icon: IconLayoutRows },
  { path: '/profiles', label: 'Profiles', key: 'p', icon: IconFlame },
  { path: '/farms', label: 'Costs', key: 'c', icon: IconChartBar },
  { path: '/canaries', label: 'Canaries', key: 'k', icon: IconHeartbeat },
  { path: '/links', label: 'Links', key: 'l', icon: IconLink },
] as const;
