import { z } from 'zod';
import { alerts } from './sections/alerts';
import { record } from './sections/record';
import { unknownMembers } from './sections/rules';
import { users } from './sections/users';
import { views } from './sections/views';

/** The members of the file, each with its schema, which accepts that it is missing. */
const SECTIONS = { users, views, record, alerts };

/** The configuration of the dashboard. */
export const config = z.strictObject(SECTIONS, {
  error: unknownMembers(Object.keys(SECTIONS).join(', ')),
});

export type Config = z.output<typeof config>;

/** Without a file. */
export const NO_CONFIG: Config = config.parse({});
