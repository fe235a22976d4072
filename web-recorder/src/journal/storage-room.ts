/** Below this much free room the recorder ends while what it has can still be written: about 20 minutes of voice. */
const LEAST_FREE_BYTES = 20_000_000;

/**
 * Asks the browser not to throw our data away under pressure. Nobody should wait for it: some browsers ask the
 * user, and the recording does not depend on the answer.
 * @returns the answer; false also when the browser has no such thing
 */
export async function askForPersistence(storage: StorageManager): Promise<boolean> {
  try {
    return await storage.persist();
  } catch {
    return false;
  }
}

/** False when the browser says that the room for this site is about to run out; true when it cannot tell. */
export async function hasRoom(storage: StorageManager): Promise<boolean> {
  try {
    const { quota = Infinity, usage = 0 } = await storage.estimate();
    return quota - usage > LEAST_FREE_BYTES;
  } catch {
    return true;
  }
}
