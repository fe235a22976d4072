import type { Rolldown } from 'vite';

/** Which modules come in one file; what they import comes with them, unless an earlier group has it. */
export const fileGroups: Rolldown.CodeSplittingGroup[] = [
  // The entry needs it, and with it would come whatever else lay beside it: to the console too.
  { name: 'import', test: /vite\/preload-helper/, priority: 5 },
  {
    name: 'libraries',
    test: /node_modules\/(@?vue|@vueuse\/shared|@urql|@0no-co|wonka|vue-i18n|@intlify|idb|vue-router)\//,
    priority: 4,
  },
  // A language is two files: what a recital needs at first, and the rest.
  { name: wordsOf, debugName: 'words', test: /\/locales\/.*\.json$/, priority: 3 },
  // What every page shows, the recital too: it counts towards its budget.
  {
    name: 'main',
    test: /web-recorder\/src\/(main\.ts|shell\/(RouteButton|DisclosurePanel)\.vue)|operation=ClientConfig|ui\/src\/(icon\/(Icon|icons)\.|dialog|feedback\/Skeleton|text\/(direction|[Dd]uration)|form\/(Icon|Action)Button)/,
    priority: 2,
  },
  // What the pages around the recital share. Sign-in has it too, so it is there when one has signed in.
  {
    name: 'shell',
    test: /web-recorder\/src\/(shell\/(AppShell|PageHeading|TabLinks)\.vue|account\/(redirect-target|invite)\.|recordings\/use-(moment|while-pending)\.|texts\/import\/refusal\.)|ui\/src\/(form\/SwitchField|feedback\/StatusBadge|icon\/late-drawings)/,
    priority: 1,
  },
];

function wordsOf(id: string): string {
  const [, folder, language] = /\/(\w+)\/(\w+)\.json$/.exec(id) ?? [];
  const isFirst = folder === 'first' || (id.includes('/ui/') && folder === 'locales');
  return `words-${language}${isFirst ? '' : '-rest'}`;
}
