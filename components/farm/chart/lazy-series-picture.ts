import dynamic from 'next/dynamic';

const load = () => import('./series-picture').then((module) => module.SeriesPicture);

/** `SeriesPicture`, whose recharts is a quarter of the page's code: it is loaded and run after the page can be worked with. */
export const LazySeriesPicture = dynamic(load, { ssr: false });

/** Loads the picture before there is something to draw. */
export const loadSeriesPicture = () => void load();
