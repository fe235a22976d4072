import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startWikiServer } from '@crowd-recital/core/test/wiki-server.js';
import { Command } from 'commander';
import { ownDatabase } from '../harness/database.js';
import { addSpeaker, enterAs, speaker } from '../harness/people.js';
import { project } from '../harness/project.js';
import { reciteVoice } from '../harness/recite.js';
import { openStage, type Stage } from '../harness/stage.js';
import { wordsOf } from '../harness/words.js';
import { takePicture } from './picture.js';
import { newcomer, screens, unsigned, visitorOf, type Screen } from './screens.js';

const widths = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } } as const;
const languages = ['he', 'en'] as const;
const colours = ['light', 'dark'] as const;

/** Takes a picture of every screen at two widths, in two languages and both themes. */
async function takeAll(wanted: readonly Screen[], folder: string): Promise<void> {
  const wiki = await startWikiServer({});
  const stage = await openStage({ WIKI_MIRROR_URL: wiki.url }, { makeDatabase: ownDatabase });
  try {
    const recordingId = await fill(stage);
    await mkdir(folder, { recursive: true });
    for (const [device, viewport] of Object.entries(widths)) {
      for (const language of languages) {
        for (const theme of colours) {
          for (const screen of wanted) {
            const context = await stage.enter({ language, colours: theme });
            const visitor = visitorOf(screen);
            if (visitor !== null) await enterAs(context, visitor);
            const page = await context.newPage();
            await page.setViewportSize(viewport);
            await screen.open({ page, language, words: wordsOf('web-recorder', language), recordingId });
            await takePicture(page, join(folder, `${screen.name}.${device}.${language}.${theme}.webp`));
            await context.close();
          }
        }
      }
    }
  } finally {
    await stage.close();
    await wiki.close();
  }
}

/** People and recordings, so that lists have something to show. */
async function fill({ system }: Stage): Promise<string> {
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

const program = new Command('npm run screens --');
program
  .description('Take a picture of every screen of the recorder, for docs/screens/recorder.')
  .option('--only <name>', 'only the screens whose name begins so', '')
  .option('--folder <folder>', 'where the pictures go', join(project, 'docs/screens/recorder'))
  .action(({ only, folder }: { only: string; folder: string }) =>
    takeAll(
      screens.filter(({ name }) => name.startsWith(only)),
      folder,
    ),
  );
await program.parseAsync();
