import { getNamedType, isLeafType, isObjectType, type GraphQLField, type GraphQLOutputType } from 'graphql';

/** Selects every field that a type has, and what lies below it, down to `depth` levels. */
export function selectAll(type: GraphQLOutputType, depth = 6): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) throw new Error(`${named.name} is neither a value nor an object.`);
  const fields = Object.values(named.getFields())
    .map((field) => selectField(field, depth))
    .filter((selection) => selection !== undefined);
  return `{ ${fields.join(' ')} }`;
}

function selectField(field: GraphQLField<unknown, unknown>, depth: number): string | undefined {
  if (isLeafType(getNamedType(field.type))) return field.name;
  return depth === 0 ? undefined : `${field.name} ${selectAll(field.type, depth - 1)}`;
}
