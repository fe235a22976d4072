import { nanoid } from 'nanoid';

const pattern = /^[A-Za-z0-9_][A-Za-z0-9_-]{20}$/;

/** A fresh id of 21 characters; never begins with a hyphen, which a command line would take for an option. */
export function newSessionId(): string {
  for (;;) {
    const id = nanoid(21);
    if (!id.startsWith('-')) return id;
  }
}

/** True for what can be the id of a session. Ask before the id goes into a query or a key. */
export function isSessionId(value: string): boolean {
  return pattern.test(value);
}
