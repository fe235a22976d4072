import { environmentSchema, type Environment } from './environment.js';

/** One setting as it is in force, fit to be shown: what is secret never is. */
export interface SettingInForce {
  /** Its environment variable. */
  readonly name: string;
  readonly description: string;
  /** Null: it has none, or it is secret. */
  readonly value: string | null;
  /** What holds where it is not given; null: nothing. */
  readonly defaultValue: string | null;
  /** True: the environment or `.env` gives it. */
  readonly given: boolean;
  /** True: its value is not told to anybody. */
  readonly secret: boolean;
}

type Name = keyof Environment;

/** Settings whose values open something, or may hold a password. */
export const secretSettings: ReadonlySet<Name> = new Set<Name>([
  'ACCESS_TOKEN_SECRET_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'DB_CONNECTION_STR',
  'DELEGATED_IDENTITY_SECRET_KEY',
  'MONGODB_URL',
  'SMTP_URL',
]);

/** Everything that the schema of the environment knows, in its order. */
export function settingsInForce(
  given: Readonly<Record<string, string | undefined>>,
  environment: Environment,
): SettingInForce[] {
  return (Object.keys(environmentSchema.shape) as Name[]).map((name) => {
    const schema = environmentSchema.shape[name];
    const secret = secretSettings.has(name);
    const untouched = schema.safeParse(undefined);
    return {
      name,
      description: schema.description ?? '',
      value: secret ? null : shown(environment[name]),
      defaultValue: untouched.success ? shown(untouched.data) : null,
      given: (given[name] ?? '') !== '',
      secret,
    };
  });
}

/** As it would be written into the environment; addresses without the password that they may hold. */
function shown(value: Environment[Name]): string | null {
  if (value === undefined) return null;
  const written = Array.isArray(value) ? value.join(',') : `${value}`;
  return written === '' ? null : written.replace(/(\/\/)[^/@\s]+@/g, '$1…@');
}
