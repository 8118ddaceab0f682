/** Something that this machine cannot have: a reason to skip, not a failure of the product. */
export class Unavailable extends Error {}
