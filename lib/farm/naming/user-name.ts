import { plainName } from './plain-name';

/** IAM Identity Center's id of a user, with or without its directory. */
const DIRECTORY_USER =
  /^(?:[0-9a-f]{10}-)?(([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

/** The resource of an ARN of IAM or STS. */
const IDENTITY_ARN = /^arn:[^:]+:(?:iam|sts)::\d*:(.+)$/;

/** The role that IAM Identity Center makes for a permission set. */
const PERMISSION_SET = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

/** An id of a user without the directory that it may begin with. */
export const userKey = (id: string): string => DIRECTORY_USER.exec(id)?.[1]?.toLowerCase() ?? id;

/**
 * A user without an alias: the end of an ARN, `jane-doe (Admin)` for a session of a role, and the first digits of an id of IAM
 * Identity Center, since its directory is the same for all users.
 */
export function userNameOf(id: string): string {
  const digits = DIRECTORY_USER.exec(id)?.[2];
  if (digits) return `${digits}…`;
  const resource = IDENTITY_ARN.exec(id)?.[1];
  return plainName(resource ? nameOfIdentity(resource) : id) || id;
}

function nameOfIdentity(resource: string): string {
  const [kind = '', ...path] = resource.split('/');
  const name = path.at(-1) || resource;
  switch (kind) {
    case 'assumed-role':
      return path.length > 1 ? `${name} (${roleName(path[0] ?? '')})` : `${roleName(name)} (role)`;
    case 'role':
      return `${roleName(name)} (role)`;
    case 'federated-user':
      return `${name} (federated)`;
    default:
      return name;
  }
}

const roleName = (role: string) => role.replace(PERMISSION_SET, '$1');
