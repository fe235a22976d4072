/** `plain-text` as GraphQL writes it: `PLAIN_TEXT`. */
type EnumName<Value extends string> = Value extends `${infer Head}-${infer Rest}`
  ? `${Uppercase<Head>}_${EnumName<Rest>}`
  : Uppercase<Value>;

/**
 * The object that `registerEnumType` asks for, made of the list of values that core keeps: resolvers go on
 * speaking core's words, and a value that core adds is missing nowhere.
 */
export function enumOf<const Value extends string>(
  values: readonly Value[],
): { readonly [Each in Value as EnumName<Each>]: Each } {
  const entries = values.map((value) => [value.toUpperCase().replaceAll('-', '_'), value]);
  return Object.fromEntries(entries) as { readonly [Each in Value as EnumName<Each>]: Each };
}
