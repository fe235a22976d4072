import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Where the embedded PostgreSQL of a data folder tells how to reach it. Written when it starts. */
export function embeddedConnectionFile(dataFolder: string): string {
  return path.join(dataFolder, 'postgres', 'connection.json');
}

/** The connection string of the embedded PostgreSQL, or undefined when none was ever started in this data folder. */
export function readEmbeddedConnection(dataFolder: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(embeddedConnectionFile(dataFolder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const content: unknown = JSON.parse(text);
  if (typeof content === 'object' && content !== null && 'connectionString' in content) {
    const { connectionString } = content;
    if (typeof connectionString === 'string') return connectionString;
  }
  throw new Error(`${embeddedConnectionFile(dataFolder)} is damaged; remove it and start again.`);
}
