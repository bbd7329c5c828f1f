import { parseAsString } from 'nuqs/server';

/** The parameters of the overview in its URL: the id of the lane's farm. Without one, or with an unknown one, it is the first farm. */
export const overviewParams = { farm: parseAsString };
