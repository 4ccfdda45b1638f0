/** The table that holds the keys of a participant set, in a column called "key". */
export const membersTable = (set: string): string => `members of ${set}`;
