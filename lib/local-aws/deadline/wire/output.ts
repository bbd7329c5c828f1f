import { z } from 'zod';

/** Members of several responses, with the model's constraints. */
export const instant = z.iso.datetime();
export const name = z.string().min(1).max(100);
export const description = z.string().max(100);
export const nextToken = z.string().max(4096).optional();
export const whole = z.number().int().min(0).max(2_147_483_647);
export const roleArn = z.string().regex(/^arn:aws[a-zA-Z-]*:iam::\d{12}:role\/.+$/);
export const storageProfileId = z.string().regex(/^sp-[0-9a-f]{32}$/);

/** Who created a resource and last changed it, and when. */
export const audit = {
  createdAt: instant,
  createdBy: z.string(),
  updatedAt: instant.optional(),
  updatedBy: z.string().optional(),
};
