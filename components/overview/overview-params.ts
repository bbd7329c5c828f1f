import { parseAsString } from 'nuqs/server';

/**
 * The parameters of the overview in its URL: the name of the view, without which there is everything; and the id of the lane's farm. Without
 * one, or with an unknown one, it is the first farm. A view has a farm of its own.
 */
export const overviewParams = { view: parseAsString, farm: parseAsString };
