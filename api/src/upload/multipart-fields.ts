import { badInput } from '@crowd-recital/core/errors/app-error.js';
import type Upload from 'graphql-upload/Upload.mjs';

/** A GraphQL request as JSON clients would send it. */
export type Operations = Readonly<Record<string, unknown>>;

/**
 * Reads the field `operations`: one GraphQL request.
 * @throws BAD_USER_INPUT, also for an array of requests.
 */
export function readOperations(value: string): Operations {
  const operations = parseObject(value);
  if (operations === undefined)
    throw badInput('operations', 'operations must be one GraphQL request, as JSON.');
  return operations;
}

/**
 * Reads the field `map`, which says where the file belongs, and puts the upload there.
 * @returns the request with the upload in place, and the name of the file's field.
 * @throws BAD_USER_INPUT unless it names one file and one variable, which is null until then.
 */
export function placeUpload(
  operations: Operations | undefined,
  value: string,
  upload: Upload,
): { readonly operations: Operations; readonly fileName: string } {
  if (operations === undefined) throw badInput('operations', 'The field operations comes before map.');
  const [[fileName, paths] = [], ...others] = Object.entries(parseObject(value) ?? {});
  if (fileName === undefined || others.length > 0 || !Array.isArray(paths) || paths.length !== 1) {
    throw badInput('map', 'map must name one file and one place for it, such as {"0":["variables.audio"]}.');
  }
  const [, variable] = /^variables\.(\w+)$/.exec(String(paths[0])) ?? [];
  const { variables } = operations;
  if (
    variable === undefined ||
    !isObject(variables) ||
    Object.getOwnPropertyDescriptor(variables, variable)?.value !== null
  ) {
    throw badInput('map', 'map must point at a variable of the operation that is null.');
  }
  return { operations: { ...operations, variables: { ...variables, [variable]: upload } }, fileName };
}

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
