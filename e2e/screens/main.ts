import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { makeBusy } from '@crowd-recital/core/test/busy-site.js';
import { startWikiServer } from '@crowd-recital/core/test/wiki-server.js';
import { ownDatabase } from '../harness/database.js';
import { addSpeaker, admin, enterAs, speaker } from '../harness/people.js';
import { project } from '../harness/project.js';
import { reciteVoice } from '../harness/recite.js';
import { openStage, type Stage } from '../harness/stage.js';
import { wordsOf } from '../harness/words.js';
import { consoleScreens } from './console-screens.js';
import { takePicture } from './picture.js';
import { newcomer, recorderScreens, unsigned } from './recorder-screens.js';
import type { Screen } from './screen.js';

const widths = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } } as const;
const languages = ['he', 'en'] as const;
const colours = ['light', 'dark'] as const;

interface App {
  readonly screens: readonly Screen[];
  /** Who usually uses it */
  readonly user: string;
  readonly words: 'web-recorder' | 'web-admin';
  /** Gives its lists something to show. @returns a finished recording of the speaker's */
  readonly fill: (stage: Stage) => Promise<string>;
}

const apps: Readonly<Record<'recorder' | 'console', App>> = {
  recorder: { screens: recorderScreens, user: speaker, words: 'web-recorder', fill: someSpeakers },
  console: { screens: consoleScreens, user: admin, words: 'web-admin', fill: busySite },
};

/** Takes a picture of every screen of an app at two widths, in two languages and both themes. */
async function takeAll({ screens, user, words, fill }: App, only: string, folder: string): Promise<void> {
  const wiki = await startWikiServer({
    'en.wikipedia.org/Harbor': { title: 'Harbor', html: '<p>Ships lie here.</p>' },
  });
  const stage = await openStage({ WIKI_MIRROR_URL: wiki.url }, { makeDatabase: ownDatabase });
  const wanted = screens.filter(({ name }) => name.startsWith(only));
  try {
    const recordingId = await fill(stage);
    await mkdir(folder, { recursive: true });
    for (const [device, viewport] of Object.entries(widths)) {
      for (const language of languages) {
        for (const theme of colours) {
          for (const { name, as = user, open } of wanted) {
            const context = await stage.enter({ language, colours: theme });
            if (as !== null) await enterAs(context, as);
            const page = await context.newPage();
            await page.setViewportSize(viewport);
            await open({ page, language, words: wordsOf(words, language), recordingId });
            await takePicture(page, join(folder, `${name}.${device}.${language}.${theme}.webp`));
            await context.close();
          }
        }
      }
    }
  } finally {
    // Without a check of consistency: the recordings of a busy site are rows alone.
    await stage.browser.close();
    await stage.system.stop();
    await wiki.close();
  }
}

async function someSpeakers({ system }: Stage): Promise<string> {
  await addSpeaker(system, newcomer, { name: 'Ruth Newcomer', group: null });
  await addSpeaker(system, unsigned, { name: 'Dan Unsigned', signed: false });
  for (const [email, name] of [
    ['miriam@localhost', 'מרים לוי'],
    ['yosl@localhost', 'יאָסל כּהן'],
  ] as const) {
    await addSpeaker(system, email, { name });
    await reciteVoice(system, email, 'From the inauguration');
    await reciteVoice(system, email, 'Once more');
  }
  await reciteVoice(system, speaker, 'Ask not what your country can do for you');
  return (await reciteVoice(system, speaker, 'לא לשאול')).sessionId;
}

async function busySite({ system }: Stage): Promise<string> {
  const { sessionId } = await reciteVoice(system, speaker, 'Ask not what your country can do for you');
  await makeBusy(system.environment.DB_CONNECTION_STR ?? '');
  return sessionId;
}

const program = new Command('npm run screens --');
program
  .description('Take a picture of every screen of an app, for docs/screens.')
  .addOption(new Option('--app <app>', 'whose screens').choices(['recorder', 'console']).default('recorder'))
  .option('--only <name>', 'only the screens whose name begins so', '')
  .option('--folder <folder>', 'where the pictures go (docs/screens/<app>)')
  .action(({ app, only, folder }: { app: keyof typeof apps; only: string; folder?: string }) =>
    takeAll(apps[app], only, folder ?? join(project, 'docs/screens', app)),
  );
await program.parseAsync();
