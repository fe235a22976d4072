import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { countLeftOnDevice } from './count-left-on-device';
import { decideToDelete, decideToKeep } from './decide';
import { openJournal } from './journal';
import { recite } from './testing/a-recital';

test('counts the recordings of everybody on this device, but not what was deleted or has no voice', async () => {
  const before = await countLeftOnDevice();
  const [mine, hers] = await Promise.all([
    openJournal(crypto.randomUUID()),
    openJournal(crypto.randomUUID()),
  ]);
  await recite(mine, 'kept', { seconds: 2, sentences: 1 });
  await decideToKeep(mine, 'kept', { withoutLastSentence: false });
  await recite(mine, 'not decided', { seconds: 2, sentences: 1 });
  await recite(mine, 'deleted', { seconds: 2, sentences: 1 });
  await decideToDelete(mine, 'deleted');
  await recite(mine, 'silent', { seconds: 0, sentences: 0 });
  await recite(hers, 'kept', { seconds: 1, sentences: 1 });
  expect((await countLeftOnDevice()) - before).toBe(3);
  mine.close();
  hers.close();
});
