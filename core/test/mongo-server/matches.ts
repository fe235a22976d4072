import { ObjectId } from 'mongodb';
import type { Document } from './wire.js';

/** Whether a document meets a filter; the operators that Agenda and we use, and no others. */
export function matches(document: Document, filter: Document): boolean {
  return Object.entries(filter).every(([key, wanted]) => {
    switch (key) {
      case '$and':
        return (wanted as Document[]).every((one) => matches(document, one));
      case '$or':
        return (wanted as Document[]).some((one) => matches(document, one));
      case '$nor':
        return !(wanted as Document[]).some((one) => matches(document, one));
      case '$expr':
        return Boolean(evaluate(document, wanted));
      default:
        return meets(valueAt(document, key), wanted);
    }
  });
}

function meets(value: unknown, wanted: unknown): boolean {
  if (!isOperators(wanted)) return compare(value, wanted) === 0;
  return Object.entries(wanted).every(([operator, operand]) => {
    const order = compare(value, operand);
    switch (operator) {
      case '$eq':
        return order === 0;
      case '$ne':
        return order !== 0;
      case '$in':
        return (operand as unknown[]).some((one) => compare(value, one) === 0);
      case '$lt':
        return order !== undefined && order < 0;
      case '$lte':
        return order !== undefined && order <= 0;
      case '$gt':
        return order !== undefined && order > 0;
      case '$gte':
        return order !== undefined && order >= 0;
      default:
        throw new Error(`${operator} is not an operator that this server knows.`);
    }
  });
}

function isOperators(wanted: unknown): wanted is Document {
  return (
    typeof wanted === 'object' &&
    wanted !== null &&
    Object.getPrototypeOf(wanted) === Object.prototype &&
    Object.keys(wanted).some((key) => key.startsWith('$'))
  );
}

function evaluate(document: Document, expression: unknown): unknown {
  if (typeof expression === 'string' && expression.startsWith('$')) {
    return valueAt(document, expression.slice(1));
  }
  if (!isOperators(expression)) return expression;
  const [[operator, operands] = ['', []]] = Object.entries(expression) as [string, unknown[]][];
  const [a, b] = operands.map((operand) => evaluate(document, operand));
  if (operator === '$ifNull') return a ?? b;
  if (operator === '$gte') return (compare(a, b) ?? -1) >= 0;
  throw new Error(`${operator} is not an expression that this server knows.`);
}

/** What lies at a path with dots; what is absent counts as null. */
export function valueAt(document: Document, path: string): unknown {
  let value: unknown = document;
  for (const name of path.split('.')) value = (value as Document | null | undefined)?.[name];
  return value ?? null;
}

/** @returns undefined for values of different kinds, which are not compared. */
export function compare(a: unknown, b: unknown): number | undefined {
  const [left, right] = [comparable(a), comparable(b)];
  if (typeof left !== typeof right) return undefined;
  if (left === right) return 0;
  if (left === null || right === null) return undefined;
  return left < right ? -1 : 1;
}

function comparable(value: unknown): number | string | boolean | null {
  if (value instanceof Date) return value.getTime();
  if (value instanceof ObjectId) return value.toHexString();
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}
