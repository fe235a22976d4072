import { expect, test } from 'vitest';
import { inOrder } from './in-order.js';

/** Answers that come when the test says so. */
function slow() {
  const sent: string[] = [];
  const answers = new Map<string, { give: () => void; refuse: () => void }>();
  return {
    sent,
    send: (name: string) => () => {
      sent.push(name);
      return new Promise<string>((resolve, reject) => {
        answers.set(name, {
          give: () => {
            resolve(name);
          },
          refuse: () => {
            reject(new Error(name));
          },
        });
      });
    },
    answer: (name: string) => answers.get(name)?.give(),
    refuse: (name: string) => answers.get(name)?.refuse(),
  };
}

test('what is said of one subject is sent after what was said before, even when that was refused', async () => {
  const { sent, send, answer, refuse } = slow();
  const noise = inOrder('one', send('noise'));
  const undo = inOrder('one', send('undo'));
  const cutOff = inOrder('one', send('cut-off'));
  await Promise.resolve();
  expect(sent).toEqual(['noise']);
  answer('noise');
  expect(await noise).toBe('noise');
  await Promise.resolve();
  expect(sent).toEqual(['noise', 'undo']);
  refuse('undo');
  await expect(undo).rejects.toThrow('undo');
  await Promise.resolve();
  expect(sent).toEqual(['noise', 'undo', 'cut-off']);
  answer('cut-off');
  expect(await cutOff).toBe('cut-off');
});

test('subjects do not wait for each other', async () => {
  const { sent, send, answer } = slow();
  const one = inOrder('one', send('one'));
  const two = inOrder('two', send('two'));
  await Promise.resolve();
  expect(sent).toEqual(['one', 'two']);
  answer('one');
  answer('two');
  await Promise.all([one, two]);
});
