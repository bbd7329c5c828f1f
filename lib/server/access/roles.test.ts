import { expect, test } from 'vitest';
import { knownGroups, nameOf, roleOf } from './roles';

const ROLES = { claim: 'groups', viewers: ['staff'], operators: ['admins'] };

const role = (claims: Record<string, unknown>, settings = ROLES) =>
  roleOf(knownGroups(claims, settings), settings);

test.each([
  [{ groups: ['admins', 'staff'] }, 'operator'],
  [{ groups: ['staff', 'others'] }, 'viewer'],
  [{ groups: 'admins' }, 'operator'],
  [{ groups: ['others'] }, undefined],
  [{ groups: 'admins,staff' }, undefined],
  [{ groups: { admins: true } }, undefined],
  [{ groups: ['*'] }, undefined],
  [{}, undefined],
])('%j makes %s', (claims, expected) => expect(role(claims)).toBe(expected));

test('* lets everybody in who can sign in', () => {
  expect(role({}, { ...ROLES, viewers: ['*'] })).toBe('viewer');
});

test('keeps no groups but those that the settings name', () => {
  expect(knownGroups({ groups: ['staff', 'secret project'] }, ROLES)).toEqual(['staff']);
});

test('trusts only addresses that the provider has checked', () => {
  const settings = { claim: 'email', viewers: [], operators: ['jane@example.com'] };
  expect(role({ email: 'jane@example.com', email_verified: true }, settings)).toBe('operator');
  expect(role({ email: 'jane@example.com', email_verified: 'true' }, settings)).toBe('operator');
  expect(role({ email: 'jane@example.com', email_verified: false }, settings)).toBeUndefined();
  expect(role({ email: 'jane@example.com' }, settings)).toBeUndefined();
});

test('calls people by their name, or else by what there is', () => {
  expect(nameOf({ name: ' Jane Doe ', email: 'jane@example.com', sub: '1' })).toBe('Jane Doe');
  expect(nameOf({ name: '', email: 'jane@example.com', sub: '1' })).toBe('jane@example.com');
  expect(nameOf({ sub: 'f9c1' })).toBe('f9c1');
  expect(nameOf({ name: 'x'.repeat(500) })).toHaveLength(100);
});
