/**
 * Waits until both have ended, also when one fails: what the other one keeps safe is not to be given up for that.
 * @throws what the first failed with, else what the second did.
 */
export async function sideBySide<First, Second>(
  first: Promise<First>,
  second: Promise<Second>,
): Promise<[First, Second]> {
  await Promise.allSettled([first, second]);
  return [await first, await second];
}
