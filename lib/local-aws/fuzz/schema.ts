import { z } from 'zod';
import type { Operation } from '../protocol/operation';

/** The subset of JSON schema that describes the inputs of operations. */
export type Schema = {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'null';
  enum?: string[];
  const?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  /** For the type string: bounds of an integer in a query string. */
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  anyOf?: Schema[];
};

/** Values that a client may send to an operation, before the server converts it to its own types. */
export const inputSchema = ({ input }: Operation): Schema =>
  z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema;

/** The schema without the null that an optional member also allows. */
export function withoutNull(schema: Schema): Schema {
  const others = schema.anyOf?.filter(({ type }) => type !== 'null');
  return others?.length === 1 ? { ...schema, anyOf: undefined, ...others[0] } : schema;
}
