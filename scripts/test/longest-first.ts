import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take a minute or more, the longest first. One of them that begins last keeps its stage waiting while the
 * other workers have nothing to do; a fresh clone has no earlier run that would tell.
 */
export const longest = [
  'e2e/pages/console.e2e.ts',
  'e2e/pages/accessibility.e2e.ts',
  'e2e/pages/library.e2e.ts',
  'e2e/pages/console-texts.e2e.ts',
  'e2e/pages/offline-journal.e2e.ts',
  'e2e/pages/recite.e2e.ts',
  'jobs/src/finalise-session/finalise-failpoints.test.ts',
  'jobs/src/worker/poison.test.ts',
  'chaos/several-machines.test.ts',
  'api/src/auth/authorisation.test.ts',
  'api/src/auth/field-access.test.ts',
  'scripts/start/supervise.test.ts',
  'jobs/src/finalise-session/finalise-session.test.ts',
];

/** The long files first, the others as Vitest would have them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    return others.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = longest.findIndex((file) => moduleId.endsWith(`/${file}`));
  return rank === -1 ? longest.length : rank;
}
