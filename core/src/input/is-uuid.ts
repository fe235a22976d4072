const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True when the database would take `value` as a uuid. Ask before a query: PostgreSQL fails on anything else. */
export function isUuid(value: string): boolean {
  return uuid.test(value);
}
