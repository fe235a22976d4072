import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError } from '../errors/app-error.js';
import { oneLine } from '../input/plain-characters.js';
import { holdAccount } from '../user/hold-account.js';
import type { Viewer } from '../user/viewer.js';
import { checkRoom } from './room-for-texts.js';
import { TextDocument, type Language, type TextSourceKind } from './text-document.entity.js';
import { countWords } from './text-figures.js';
import { TextRevision } from './text-revision.entity.js';

/** Where a text comes from and who may read it. */
export interface TextOrigin {
  /** Null: nobody's; only the command line may say so. */
  readonly owner: Viewer | null;
  readonly language: Language;
  /** Seen by every speaker. Only admins may say so. */
  readonly public: boolean;
  readonly sourceKind: TextSourceKind;
  /** A link or a file's name; null for pasted text. */
  readonly source: string | null;
  readonly importId?: string;
}

/** What is read: at least one sentence. */
export interface TextWords {
  readonly title: string;
  /** Paragraphs of sentences. */
  readonly paragraphs: string[][];
}

/** @throws FORBIDDEN for a speaker who publishes. */
export function checkMayPublish({ owner, public: isPublic }: Pick<TextOrigin, 'owner' | 'public'>): void {
  if (isPublic && owner !== null && owner.group !== 'admin') {
    throw new AppError(
      'FORBIDDEN',
      'Only an admin may publish a text. Leave it private; it stays yours to read.',
    );
  }
}

/**
 * Stores texts of one origin, each with its first revision, in the caller's transaction. In a list that has the newest
 * first they follow each other as given.
 * @param room - sentences that one speaker may store.
 * @throws FORBIDDEN for a speaker who publishes, CONFLICT for one who has stored too much, UNAUTHENTICATED when the
 * account is gone.
 */
export async function storeTexts(
  transaction: EntityManager,
  origin: TextOrigin,
  texts: readonly TextWords[],
  room: number,
): Promise<TextDocument[]> {
  checkMayPublish(origin);
  const sentences = texts.reduce((sum, { paragraphs }) => sum + paragraphs.flat().length, 0);
  if (origin.owner !== null) {
    await holdAccount(transaction, origin.owner.id);
    await checkRoom(transaction, origin.owner, sentences, room);
  }
  const now = Date.now();
  const stored = texts.map((text, index) => ({
    ...text,
    id: randomUUID(),
    createdAt: new Date(now + texts.length - 1 - index),
  }));
  await transaction.insertMany(
    TextDocument,
    stored.map(({ id, title, createdAt }) => ({
      id,
      title,
      language: origin.language,
      sourceKind: origin.sourceKind,
      source: oneLine(origin.source ?? '') || null,
      owner: origin.owner?.id ?? null,
      public: origin.public,
      importId: origin.importId ?? null,
      createdAt,
    })),
  );
  await transaction.insertMany(
    TextRevision,
    stored.map(({ id, paragraphs }) => ({
      document: id,
      number: 1,
      paragraphs,
      sentenceCount: paragraphs.flat().length,
      wordCount: countWords(paragraphs, origin.language),
    })),
  );
  const documents = await transaction.find(TextDocument, { id: { $in: stored.map(({ id }) => id) } });
  return stored.flatMap(({ id }) => documents.filter((document) => document.id === id));
}
