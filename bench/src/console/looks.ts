import type { Page } from 'playwright-core';
import type { WordFinder } from '../../../e2e/harness/words.js';

/** What an operator does on a page once it is there; false: there is nothing to do it with. */
type Step = (page: Page, words: WordFinder) => Promise<boolean>;

/** One way to look at a screen. */
export interface Look {
  /** Below the console's own address. */
  readonly address: string;
  readonly then?: Step;
}

/** Somebody, and a text, to whom lists are narrowed. */
export interface Subjects {
  readonly person: string;
  readonly text: string;
}

const nextPage: Step = async (page, words) => {
  const next = page.getByRole('button', { name: words('list.next'), exact: true });
  if ((await next.count()) === 0) return false;
  await next.click();
  return true;
};

const firstRow: Step = async (page) => {
  const row = page.locator('tbody a[data-row]').first();
  if ((await row.count()) === 0) return false;
  await row.click();
  return true;
};

const each = (path: string, queries: readonly string[], ...steps: readonly Step[]): Look[] => [
  ...queries.map((query) => ({ address: query === '' ? path : `${path}?${query}` })),
  ...steps.map((then) => ({ address: path, then })),
];

/** Every screen of the console, with its filters, its orders, its search, its next page and its details. */
export function looksOf({ person, text }: Subjects): [screen: string, looks: Look[]][] {
  const month = lastMonth();
  return [
    ['overview', each('/overview', [''])],
    [
      'people',
      each(
        '/people',
        ['', 'sort=name', 'sort=-email', 'group=waiting', 'group=speaker', 'q=person14', 'q=כהן', 'size=100'],
        nextPage,
      ),
    ],
    ['person', each(`/people/${person}`, [''])],
    ['invites', each('/people/invites', [''], firstRow)],
    [
      'recordings',
      each(
        '/recordings',
        [
          '',
          'sort=-length',
          'attention=yes',
          'why=missing-segments',
          'state=processing',
          'state=deleted',
          'review=returned',
          'language=yi',
          `recorded=${month}..`,
          'length=over-20',
          `person=${person}`,
          `text=${text}&sort=length`,
          `language=he&length=under-1&recorded=${month}..`,
          'size=100',
        ],
        nextPage,
      ),
    ],
    ['recording', each('/recordings', [], firstRow)],
    ['review', each('/review', ['', 'language=yi', `person=${person}`, `text=${text}`])],
    [
      'texts',
      each(
        '/texts',
        ['', 'sort=title', 'state=private', 'state=archived', 'language=he', 'source=pasted', 'q=river'],
        nextPage,
      ),
    ],
    ['text', [...each(`/texts/${text}`, ['']), ...each(`/texts/${text}/sentences`, [''])]],
    ['reported', each('/texts/reported', ['', 'reason=hard', `text=${text}`], nextPage, firstRow)],
    ['jobs', each('/jobs', ['', 'state=FAILED', 'kind=finalise-session'], firstRow)],
    [
      'audit log',
      each(
        '/audit',
        ['', 'action=user.approve', 'by=tool', `date=${month}..`, `subject=${person}`],
        nextPage,
        firstRow,
      ),
    ],
    ['settings', each('/settings', [''])],
  ];
}

function lastMonth(): string {
  return new Date(Date.now() - 30 * 24 * 3_600_000).toISOString().slice(0, 10);
}
