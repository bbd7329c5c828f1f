import dynamic from 'next/dynamic';

/** `DayBarsPicture`, with recharts loaded as for the other charts. */
export const LazyDayBarsPicture = dynamic(
  () => import('./day-bars-picture').then((module) => module.DayBarsPicture),
  { ssr: false },
);
