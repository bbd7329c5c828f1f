import { z } from 'zod';
import { farmId } from './inputs';
import { made, name } from './output';

/** Members of a farm in ListFarms and in GetFarm. */
export const farmMembers = {
  farmId,
  displayName: name,
  kmsKeyArn: z.string().optional(),
  ...made,
};
