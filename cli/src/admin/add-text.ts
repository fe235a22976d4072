import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { operator } from '@crowd-recital/core/audit/actor.js';
import { importArticle, importFile } from '@crowd-recital/core/text/import/order-import.js';
import { TextImport } from '@crowd-recital/core/text/import/text-import.entity.js';
import { setPublic } from '@crowd-recital/core/text/publish-text.js';
import { TextDocument, type Language } from '@crowd-recital/core/text/text-document.entity.js';
import { largestFileBytes, refusalMessage, TextRefusedError } from '@crowd-recital/core/text/text-refusal.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import type { Viewer } from '@crowd-recital/core/user/viewer.js';
import { createDependencies } from '@crowd-recital/jobs/create-dependencies.js';
import type { JobRun } from '@crowd-recital/jobs/handler.js';
import { handlers } from '@crowd-recital/jobs/handlers.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { badInputFault, CliFault, failedFault } from '../cli-fault.js';
import { withSystem } from '../local/open-system.js';
import { unreadableFault } from '../unreadable-fault.js';
import { findUserId } from './find-user-id.js';

/** What `upload-document` was given. */
export interface TextsToAdd {
  /** Absolute paths of files, and links of articles. */
  readonly sourcePath: readonly string[];
  /** Of the files; an article's follows from its wiki. */
  readonly sourceLang: Language;
  readonly ownerEmail?: string;
  readonly title?: string;
  readonly public: boolean;
}

const limits = { speakerSentences: Infinity, openImports: Infinity };

/** Milliseconds between two looks at an import that another worker has taken in hand. */
const lookAgain = 250;

/**
 * Takes in files and articles one after the other, by the workers' own handler with the same claims, and prints the ids
 * of the texts. One that is refused does not keep the others.
 * @throws CliFault when nobody has the owner's address, and at the end when some were refused (2) or failed (1).
 */
export async function addTexts(given: TextsToAdd): Promise<void> {
  if (given.title !== undefined && given.sourcePath.length > 1) {
    throw badInputFault('A title is for one text: give several without --title, and each keeps its own.');
  }
  await withSystem(async ({ config, orm, em, log }) => {
    const owner = given.ownerEmail === undefined ? null : await findOwner(em, given.ownerEmail);
    const deps = await createDependencies(config, orm, log).catch((error: unknown) => {
      throw failedFault(error instanceof Error ? error.message : String(error));
    });
    // Nothing keeps an operator from what a speaker may store.
    const texts = { ...deps.texts, speakerSentences: Infinity };
    const run = { deps: { ...deps, texts }, signal: new AbortController().signal };
    const faults: CliFault[] = [];
    for (const source of given.sourcePath) {
      const fault = await addText(source, given, owner, run);
      if (fault !== undefined) faults.push(fault);
    }
    reportFaults(faults, given.sourcePath.length);
  });
}

/** @throws CliFault for the only source as it is, for several a count: each was told before. */
function reportFaults(faults: readonly CliFault[], sources: number): void {
  const [first] = faults;
  if (first === undefined) return;
  if (sources === 1) throw first;
  for (const { message } of faults) console.error(message);
  const worst = faults.some(({ exitCode }) => exitCode === 1) ? 1 : 2;
  throw new CliFault(`${faults.length} of ${sources} were not taken in; the others are there.`, worst);
}

/** @returns why it did not become a text; undefined: it did. */
async function addText(
  source: string,
  given: TextsToAdd,
  owner: Viewer | null,
  run: JobRun,
): Promise<CliFault | undefined> {
  const em = run.deps.em();
  try {
    const { id } = await placeOrder(em, source, given, owner);
    const ended = await takeIn(id, run);
    if (ended.refusal) throw new TextRefusedError(ended.refusal);
    const texts = await em.find(TextDocument, { importId: id }, { orderBy: { createdAt: 'desc' } });
    for (const text of texts) {
      // Whoever owns it: what the operator publishes is not the owner's act.
      if (given.public) await setPublic(run.deps.em(), operator, text.id, true);
      console.log(`Added “${text.title}”: ${text.id}`);
    }
    return undefined;
  } catch (error) {
    if (error instanceof CliFault) return error;
    if (!(error instanceof TextRefusedError)) throw error;
    const message = `${source}: ${refusalMessage(error.refusal)}`;
    return error.code === 'UPSTREAM_UNAVAILABLE' ? failedFault(message) : badInputFault(message);
  }
}

async function placeOrder(
  em: EntityManager,
  source: string,
  { sourceLang, title }: TextsToAdd,
  owner: Viewer | null,
): Promise<TextImport> {
  if (isLink(source)) return importArticle(em, { owner, title, url: source }, limits);
  const content = await readWhole(source);
  return importFile(em, { owner, title, name: basename(source), language: sourceLang, content }, limits);
}

function isLink(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

async function readWhole(file: string): Promise<Buffer> {
  try {
    // Nobody reads gigabytes to hear that they are too many.
    if ((await stat(file)).size > largestFileBytes) throw new TextRefusedError('too-large');
    return await readFile(file);
  } catch (error) {
    throw error instanceof TextRefusedError ? error : unreadableFault(file, error);
  }
}

/** A worker that runs beside this command may have taken the import first, and may have died of it. */
async function takeIn(importId: string, run: JobRun): Promise<TextImport> {
  for (;;) {
    await handlers['import-text']({ importId }, run);
    const row = await run.deps.em().findOneOrFail(TextImport, importId);
    if (row.finishedAt) return row;
    await delay(lookAgain);
  }
}

async function findOwner(em: EntityManager, email: string): Promise<Viewer> {
  const id = await findUserId(em, email);
  if (id === undefined) throw badInputFault(`No account has the e-mail address ${email}.`);
  const { group } = await em.findOneOrFail(User, id);
  return { id, group: group ?? null };
}

/** @throws CliFault at the first id that is no text's; those before it were changed. */
export async function publish(textIds: readonly string[], isPublic: boolean): Promise<void> {
  await withSystem(async ({ em }) => {
    for (const textId of textIds) {
      const { title } = await setPublic(em, operator, textId, isPublic);
      console.log(`“${title}” is ${isPublic ? 'public' : 'private'}.`);
    }
  });
}
