/** Where the pages of finding codes are opened. */
export const RULE_PAGES = 'starwright-rule:';
