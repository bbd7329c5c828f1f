import dynamic from 'next/dynamic';

/** `CurvePicture`, with recharts loaded as for the other charts. */
export const LazyCurvePicture = dynamic(
  () => import('./curve-picture').then((module) => module.CurvePicture),
  {
    ssr: false,
  },
);
