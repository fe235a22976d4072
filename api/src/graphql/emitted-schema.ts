import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from './schema.js';

const heading = '# Made by `npm run emit-schema -w api` from the resolvers; do not edit.\n\n';

/** The content of `schema.graphql`, the contract that the clients are generated from. */
export function emittedSchema(): string {
  return `${heading}${printSchema(lexicographicSortSchema(createSchema()))}\n`;
}
