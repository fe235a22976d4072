import { AppError } from '@crowd-recital/core/errors/app-error.js';
import type { JobPayloads } from '@crowd-recital/core/queue/jobs.js';
import { longestTitle } from '@crowd-recital/core/text/check-title.js';
import { titleOfPart } from '@crowd-recital/core/text/cut-into-parts.js';
import { fileFormat, titleOfFile } from '@crowd-recital/core/text/import/file-format.js';
import {
  claimImport,
  finishImport,
  refuseImport,
  releaseImport,
  showProgress,
  type ImportClaim,
} from '@crowd-recital/core/text/import/import-claim.js';
import { tidyCharacters } from '@crowd-recital/core/text/clean/tidy-characters.js';
import { titleOf } from '@crowd-recital/core/text/text-figures.js';
import type { TextWords } from '@crowd-recital/core/text/store-texts.js';
import { TextRefusedError } from '@crowd-recital/core/text/text-refusal.js';
import { readArticleLink } from '@crowd-recital/core/text/wiki/article-link.js';
import { fetchArticle } from '@crowd-recital/core/text/wiki/fetch-article.js';
import type { JobRun } from '../handler.js';
import { readerLimits, runReader, type ReadTexts } from './run-reader.js';

/**
 * - `done`: the texts are stored.
 * - `refused`: it does not become a text; the row says why.
 * - `nothing-to-do`: it came to its end before, another worker has it, or it is gone.
 */
export type ImportOutcome = 'done' | 'refused' | 'nothing-to-do';

/** Takes in one article or file. What it throws makes the queue try again later. */
export async function importText(
  { importId }: JobPayloads['import-text'],
  run: JobRun,
): Promise<ImportOutcome> {
  const { deps, signal } = run;
  const em = deps.em();
  const claim = await claimImport(em, importId);
  if (claim === null) return 'nothing-to-do';
  try {
    const texts = wordsOf(claim, await readSource(claim, run));
    const stored = await finishImport(deps.em(), claim, texts, deps.texts.speakerSentences);
    return stored === null ? 'nothing-to-do' : 'done';
  } catch (error) {
    if (error instanceof TextRefusedError) {
      await refuseImport(deps.em(), claim, error.refusal);
      return 'refused';
    }
    // The owner was deleted or lost a right meanwhile: nobody waits for the text any more.
    if (error instanceof AppError && ['UNAUTHENTICATED', 'FORBIDDEN'].includes(error.code)) {
      await refuseImport(deps.em(), claim, 'failed');
      return 'refused';
    }
    deps.log.warn({ err: error, importId, aborted: signal.aborted }, 'an import was interrupted');
    await releaseImport(deps.em(), claim);
    throw error;
  }
}

/** Per cent of the progress after which an article was fetched. */
const fetched = 30;

async function readSource(claim: ImportClaim, { deps, signal }: JobRun): Promise<ReadTexts> {
  const show = (percent: number): void => {
    // Progress that is not told is no harm; the end of the import is told by its own statement.
    void showProgress(deps.em(), claim, percent).catch((error: unknown) =>
      deps.log.debug({ err: error }, 'the progress of an import was not told'),
    );
  };
  const { language, source, content } = claim;
  const limits = { box: deps.tools.box, limits: deps.readerLimits ?? readerLimits, signal };
  if (claim.sourceKind === 'file-upload') {
    if (content === null) throw new TextRefusedError('failed');
    const read = await runReader({ format: fileFormat(source), language }, content, {
      ...limits,
      onProgress: show,
    });
    return { ...read, title: read.title ?? titleOfFile(source) };
  }
  const link = readArticleLink(source);
  const article = await fetchArticle({ ...deps.texts.wiki, signal }, link);
  show(fetched);
  const onProgress = (percent: number): void => show(fetched + (percent * (100 - fetched)) / 100);
  const html = Buffer.from(article.html);
  const read = await runReader({ format: 'html', language }, html, { ...limits, onProgress });
  return { ...read, title: article.title };
}

/** Room for `(12/34)` behind the title. */
const partNumber = 10;

function wordsOf(claim: ImportClaim, { title, texts }: ReadTexts): TextWords[] {
  const own = tidyCharacters(claim.title ?? title ?? '').slice(0, longestTitle - partNumber);
  return texts.map((paragraphs, index) => ({
    title: titleOfPart(own === '' ? titleOf(paragraphs) : own, index, texts.length),
    paragraphs,
  }));
}
