/**
 * Addresses of the console's stylesheets, relative to the module that asks. The build fills them in
 * (stylesheets-plugin.ts); in development and in tests Vite puts styles into the page by its own means.
 */
export const stylesheets: readonly string[] = [];
