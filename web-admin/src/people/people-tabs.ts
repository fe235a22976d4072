/** The two lists of this part of the console: those who are here, and the invites by which others come. */
export const peopleTabs = ['people', 'invites'] as const;
