import { buffer } from 'node:stream/consumers';
import { TextRefusedError } from '@crowd-recital/core/text/text-refusal.js';
import { makeTexts } from './make-texts.js';
import type { ReaderMessage, ReaderOrder } from './messages.js';
import { readDocument } from './read-document.js';

/** The share of reading in the whole work; the rest is finding sentences. */
const reading = 0.6;

let told = 0;

function say(message: ReaderMessage): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

function tell(fraction: number): void {
  const percent = Math.floor(fraction * 100);
  if (percent < told + 5) return;
  told = percent;
  say({ kind: 'progress', percent });
}

const order = JSON.parse(process.argv[2] ?? '') as ReaderOrder;
try {
  const bytes = await buffer(process.stdin);
  const { title, blocks } = await readDocument({ bytes, ...order }, (done) => tell(done * reading));
  const texts = makeTexts(blocks, order.language, (done) => tell(reading + done * (1 - reading)));
  say({ kind: 'done', title: title ?? null, texts });
} catch (error) {
  if (!(error instanceof TextRefusedError)) throw error;
  say({ kind: 'refused', refusal: error.refusal });
}
