/**
 * The fields of something that this browser kept as JSON, none of them checked: another version may have written it, or
 * whoever uses the device.
 * @returns no field at all where nothing was kept, or nothing that is an object
 */
export function storedFields<Field extends string>(stored: string | null): Partial<Record<Field, unknown>> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
