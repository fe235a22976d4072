import { environmentSchema } from '@crowd-recital/core/config/environment.js';

/** What a variable is without being set, as the page shows it. */
function defaultOf(name: keyof typeof environmentSchema.shape): string {
  const empty = environmentSchema.shape[name].safeParse(undefined);
  const value: unknown = empty.success ? empty.data : undefined;
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '';
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

/** The text of docs/configuration.md, made from the schema that checks the environment at boot. */
export function configurationPage(): string {
  const rows = (Object.keys(environmentSchema.shape) as (keyof typeof environmentSchema.shape)[]).map(
    (name) => `| \`${name}\` | ${defaultOf(name)} | ${environmentSchema.shape[name].description ?? ''} |`,
  );
  return [
    '# Configuration',
    '',
    '<!-- Made by `npm run codegen` from core/src/config/environment.ts; do not edit. -->',
    '',
    'Every setting is an environment variable; `.env` at the root of the project is read too, and the environment',
    'wins. An empty value counts as not set. All faults are reported together at boot, by name.',
    '',
    '| variable | default | what it is |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
