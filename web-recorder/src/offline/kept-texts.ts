import type { TextToReadQuery } from '../gql/generated';
import { withKeptAnswers } from './kept-answers';

export type KeptText = TextToReadQuery['text'];

/** The texts that were opened on this device by whoever is signed in, and can be read without a connection; the latest first. */
export async function keptTexts(): Promise<KeptText[]> {
  const answers = await withKeptAnswers((database) => database.getAllFromIndex('answers', 'at'));
  const texts = (answers ?? []).flatMap(({ data }) => (isTextToRead(data) ? [data.text] : [])).reverse();
  return texts.filter(({ id }, index) => texts.findIndex((text) => text.id === id) === index);
}

function isTextToRead(data: unknown): data is TextToReadQuery {
  const { text } = (data ?? {}) as Partial<TextToReadQuery>;
  return Array.isArray(text?.currentRevision.paragraphs);
}
