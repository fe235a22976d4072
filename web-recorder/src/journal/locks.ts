/*
 * Web Locks are shared by all tabs of this browser and freed by the browser itself when a tab dies, however it
 * dies. That is what makes "is somebody still recording this?" answerable after a crash.
 */

/** Held by the one tab in which this user records. */
export const recorderLock = (userId: string) => `crowd-recital:recorder:${userId}`;

/** Held while this recital is being recorded, until its end is on the disk. */
export const recordingLock = (clientKey: string) => `crowd-recital:recording:${clientKey}`;

/** Held by the one tab that sends what this user has recorded. */
export const uploaderLock = (userId: string) => `crowd-recital:uploader:${userId}`;

export type Release = () => void;

/** Takes the lock if nobody holds it; null when somebody does. */
export function holdIfFree(locks: LockManager, name: string): Promise<Release | null> {
  return new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock) return new Promise<void>((release) => resolve(release));
        resolve(null);
        return undefined;
      })
      .catch(reject);
  });
}

/** Waits for the lock and takes it; rejects with an AbortError when `signal` aborts first. */
export function hold(locks: LockManager, name: string, signal: AbortSignal): Promise<Release> {
  return new Promise((resolve, reject) => {
    locks.request(name, { signal }, () => new Promise<void>((release) => resolve(release))).catch(reject);
  });
}

export async function isHeld(locks: LockManager, name: string): Promise<boolean> {
  const { held = [] } = await locks.query();
  return held.some((lock) => lock.name === name);
}
