/** An input that a caller left out is undefined, and null when the caller wrote so: neither says anything. */
export function isGiven<Value>(value: Value): value is NonNullable<Value> {
  return value !== undefined && value !== null;
}
