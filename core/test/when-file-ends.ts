type Closing = () => unknown;

const open: Closing[] = [];

/**
 * Has something closed after the file's last test, what came last first. Unlike Vitest's `afterAll` it may be called
 * from anywhere, also within a hook or a test, where that one does nothing.
 */
export function whenFileEnds(close: Closing): void {
  open.push(close);
}

/** Closes everything; called after each file. @throws the first error, once the rest is closed as well. */
export async function closeWhatIsOpen(): Promise<void> {
  const errors: unknown[] = [];
  for (let close = open.pop(); close !== undefined; close = open.pop()) {
    try {
      await close();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
