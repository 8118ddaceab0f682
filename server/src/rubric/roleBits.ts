import { TOLD_ROLES, type Role } from '../story/types.js';

const BITS: Readonly<Record<string, number>> = Object.fromEntries(['body', ...TOLD_ROLES].map((role, place) => [role, 1 << place]));

/** Roles as a number that has a bit for each. */
export function bitsOfRoles(roles: Iterable<Role>): number {
  let bits = 0;
  for (const role of roles) bits |= BITS[role]!;
  return bits;
}

/** Every role. */
export const ANY_ROLE = bitsOfRoles(['body', ...TOLD_ROLES]);
