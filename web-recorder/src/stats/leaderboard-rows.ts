import type { LeaderboardRowFragment } from '../gql/generated';

/** A row of the table; `gap`: others who are not shown lie before it. */
export interface LeaderboardTableRow extends LeaderboardRowFragment {
  gap: boolean;
}

/** The first ones, and the caller's own row after them where it is not among them. */
export function leaderboardRows(
  entries: readonly LeaderboardRowFragment[],
  me: LeaderboardRowFragment | null | undefined,
): LeaderboardTableRow[] {
  const rows = entries.map((entry) => ({ ...entry, gap: false }));
  if (!me || entries.some(({ isMe }) => isMe)) return rows;
  return [...rows, { ...me, gap: true }];
}

/**
 * What has to be recorded to have more than whoever is next above, in seconds.
 * @returns null at the top
 */
export function secondsToClimb(
  ownSeconds: number,
  nextHigherSeconds: number | null | undefined,
): number | null {
  return nextHigherSeconds === null || nextHigherSeconds === undefined
    ? null
    : Math.floor(nextHigherSeconds - ownSeconds) + 1;
}
