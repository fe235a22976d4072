import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@crowd-recital/core/config/config.js';
import {
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { expect, it } from 'vitest';
import { emittedSchema } from './emitted-schema.js';
import { createSchema } from './schema.js';

const schema = createSchema();

it('is what the committed schema.graphql says', () => {
  expect(readFileSync(path.join(projectFolder, 'schema.graphql'), 'utf8')).toBe(emittedSchema());
});

it('describes everything that a reader meets', () => {
  const silent: string[] = [];
  const roots = [schema.getQueryType()?.name, schema.getMutationType()?.name];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    if (!type.description && !roots.includes(type.name)) silent.push(type.name);
    for (const value of isEnumType(type) ? type.getValues() : []) {
      if (!value.description) silent.push(`${type.name}.${value.name}`);
    }
    for (const field of isInputObjectType(type) ? Object.values(type.getFields()) : []) {
      if (!field.description) silent.push(`${type.name}.${field.name}`);
    }
    for (const field of isObjectType(type) ? Object.values(type.getFields()) : []) {
      if (!field.description) silent.push(`${type.name}.${field.name}`);
      silent.push(...field.args.filter((arg) => !arg.description).map((arg) => `${field.name}(${arg.name})`));
    }
  }
  expect(silent).toEqual([]);
});

it('tells of every mutation how it can fail', () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  expect(mutations.filter(({ description }) => !/\n\nErrors: [A-Z]/.test(description ?? ''))).toEqual([]);
});
