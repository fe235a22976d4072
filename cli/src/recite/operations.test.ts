import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import * as operations from './operations.js';

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

test.each(Object.entries(operations))('%s fits schema.graphql', (_, { document }) => {
  expect(validate(schema, parse(document))).toEqual([]);
});
