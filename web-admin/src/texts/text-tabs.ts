/** The pages of this part of the console: what there is, what comes in, and what speakers left out. */
export const textTabs = ['texts', 'textImport', 'reported'] as const;
