/** Something in a migration that code of the release before may not survive. */
export interface Hazard {
  readonly kind: 'drop' | 'rename' | 'change-type' | 'not-null' | 'tighter-constraint';
  /** The part of the statement that says so. */
  readonly statement: string;
}

const identifier = String.raw`(?:"?\w+"?\.)?"?\w+"?`;

/**
 * Looks for what does not only add: between two releases old and new processes work on the same database, and a release
 * that is taken back finds what the newer one left. So: add first, and take away in a later release, when nothing
 * that runs knows it any more.
 * @param statements - SQL of one migration.
 */
export function hazardsOf(statements: readonly string[]): Hazard[] {
  const flat = statements.map((statement) => statement.toLowerCase().replace(/\s+/g, ' '));
  const made = new Set(flat.flatMap((statement) => all(statement, `create table (${identifier})`)));
  return flat.flatMap((statement) => {
    const [table = ''] = all(statement, `alter table (?:only )?(${identifier})`);
    // What this very migration made, nobody knows yet.
    return [...(made.has(table) ? [] : hazardsIn(statement)), ...uniqueIndexes(statement, made)];
  });
}

const patterns: readonly (readonly [Hazard['kind'], RegExp])[] = [
  ['drop', /\bdrop (?:table|column|view|schema|type|function|trigger|extension)\b[^;,]*/g],
  ['drop', /\balter column "?\w+"? drop default\b/g],
  ['rename', /\balter (?:table|type|index)\b[^;]*\brename\b[^;]*/g],
  ['change-type', /\balter column "?\w+"? (?:set data )?type\b[^;,]*/g],
  ['not-null', /\balter column "?\w+"? set not null\b/g],
  ['tighter-constraint', /\badd constraint "?\w+"? (?:check|unique|exclude|primary key)\b[^;]*/g],
];

function hazardsIn(statement: string): Hazard[] {
  const found = patterns.flatMap(([kind, pattern]) =>
    [...statement.matchAll(pattern)].map(([part]): Hazard => ({ kind, statement: part })),
  );
  return [...found, ...columnsThatMustBeFilled(statement)];
}

function uniqueIndexes(statement: string, made: ReadonlySet<string>): Hazard[] {
  const pattern = new RegExp(String.raw`\bcreate unique index [^;]*? on (${identifier})[^;]*`, 'g');
  return [...statement.matchAll(pattern)]
    .filter(([, table = '']) => !made.has(table))
    .map(([part]): Hazard => ({ kind: 'tighter-constraint', statement: part }));
}

/** A column that old code does not fill in, and that has no default. */
function columnsThatMustBeFilled(statement: string): Hazard[] {
  const added = [...statement.matchAll(/\badd column .*?(?=, add |;|$)/g)].map(([part]) => part);
  return added
    .filter((part) => /\bnot null\b/.test(part) && !/\bdefault\b|\bgenerated\b/.test(part))
    .map((part): Hazard => ({ kind: 'not-null', statement: part }));
}

function all(statement: string, pattern: string): string[] {
  return [...statement.matchAll(new RegExp(String.raw`\b${pattern}`, 'g'))].map(([, name = '']) => name);
}
