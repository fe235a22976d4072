import { randomUUID } from 'node:crypto';
import { inTransaction } from '@crowd-recital/core/db/in-transaction.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import type { Language } from '@crowd-recital/core/text/text-document.entity.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { adoptFinished, adoptSegments, type Adopted } from './adopt-recording.js';
import { findFinished, findSegments } from './find-recording.js';
import type { ImportReport } from './import-report.js';
import { insertText } from './import-texts.js';
import type { OriginalAudio, OriginalReading, OriginalSession } from './original-rows.js';
import { placeReadings, type PlacedReading } from './place-readings.js';

/** What recordings are taken into. */
export interface SessionImport {
  readonly em: EntityManager;
  readonly store: ContentStore;
  /** Where the predecessor kept what it had not finished yet. */
  readonly dataFolder: string | undefined;
  /** By the id of every original user the id that holds here. */
  readonly idOf: ReadonlyMap<string, string>;
  readonly report: ImportReport;
}

/** A recording with all that belongs to it. */
export interface OriginalRecording {
  readonly session: OriginalSession;
  readonly readings: readonly OriginalReading[];
  readonly audio: readonly OriginalAudio[];
}

/** The text that a recording goes with. */
export interface ReadText {
  readonly documentId: string;
  readonly revisionId: string;
  readonly language: Language;
  readonly paragraphs: readonly (readonly string[])[];
}

/**
 * Takes over one recording: finished ones as they are, the others so that the workers finish them. One that its speaker
 * wished away is taken over as that, so that what is left of it is deleted.
 */
export async function importSession(into: SessionImport, recording: OriginalRecording): Promise<void> {
  const { em, report, idOf } = into;
  const { session } = recording;
  const speakerId = idOf.get(session.user_id);
  if ((await em.execute<unknown[]>('select 1 from recital_sessions where id = ?', [session.id])).length > 0) {
    report.alreadyHere('recordings');
  } else if (session.status === 'discarded') {
    report.wasDeleted();
  } else if (speakerId === undefined) {
    report.notTaken('recordings', session.id, `its speaker ${session.user_id} is not there`);
  } else if (recording.readings.length === 0 && !session.disavowed) {
    report.notTaken('recordings', session.id, 'nothing was read');
  } else {
    await takeOver(into, recording, speakerId);
  }
}

async function takeOver(into: SessionImport, recording: OriginalRecording, speakerId: string): Promise<void> {
  const { em, report } = into;
  const { session, readings } = recording;
  await inTransaction(em, async (transaction) => {
    const text =
      (await findText(transaction, session.document_id)) ??
      (await textOfReadings(transaction, recording, speakerId));
    const { placed, notFound } = placeReadings(text.paragraphs, readings);
    const adopted = session.disavowed
      ? 'wished-away'
      : await adopt(into, recording, { text, placed, speakerId });
    if (adopted === undefined) {
      report.notTaken(
        'recordings',
        session.id,
        'its audio is neither in the store nor in the folder of --data',
      );
      return;
    }
    await insertSession(transaction, { recording, text, placed, speakerId, adopted });
    report.took('recordings');
    if (notFound > 0) {
      report.remark('recordings', session.id, `${notFound} of its sentences are not in its text any more`);
    }
  });
}

async function findText(em: EntityManager, documentId: string | null): Promise<ReadText | undefined> {
  if (documentId === null) return undefined;
  const [row] = await em.execute<ReadText[]>(
    `select d.id as "documentId", r.id as "revisionId", d.language, r.paragraphs
     from text_documents d join text_revisions r on r.document_id = d.id and r.number = 1 where d.id = ?`,
    [documentId],
  );
  return row;
}

/** A recording that never had a text, or whose text held nothing, gets one of what was read; nobody else sees it. */
async function textOfReadings(
  em: EntityManager,
  { session, readings }: OriginalRecording,
  ownerId: string,
): Promise<ReadText> {
  const sentences = readings.map(({ text }) => text).filter((text) => text.trim() !== '');
  const paragraphs = [sentences.length === 0 ? ['—'] : sentences];
  const documentId = randomUUID();
  const revisionId = await insertText(em, {
    id: documentId,
    title: `Recording ${session.id}`,
    language: 'he',
    sourceKind: 'plain-text',
    source: null,
    ownerId,
    public: false,
    archived: true,
    paragraphs,
    createdAt: session.created_at,
    updatedAt: session.updated_at,
  });
  return { documentId, revisionId, language: 'he', paragraphs };
}

async function adopt(
  { store, dataFolder }: SessionImport,
  { session, audio }: OriginalRecording,
  known: { readonly text: ReadText; readonly placed: readonly PlacedReading[]; readonly speakerId: string },
): Promise<Adopted | undefined> {
  const finished = await findFinished(store, session.id);
  if (finished !== undefined) return adoptFinished(store, session, finished, known);
  const segments = dataFolder === undefined ? undefined : await findSegments(dataFolder, session.id, audio);
  return segments?.kind === 'segments' ? adoptSegments(store, session.id, segments) : undefined;
}

interface NewSession {
  readonly recording: OriginalRecording;
  readonly text: ReadText;
  readonly placed: readonly PlacedReading[];
  readonly speakerId: string;
  readonly adopted: Adopted | 'wished-away';
}

async function insertSession(
  em: EntityManager,
  { recording, text, placed, speakerId, adopted }: NewSession,
): Promise<void> {
  const { session } = recording;
  const away = adopted === 'wished-away';
  const finished = !away && adopted.artifacts !== null;
  // What its speaker never ended is finished, and waits for an admin's word.
  const abandoned = !finished && session.status === 'active';
  const seconds = placed.at(-1)?.seekEnd ?? 0;
  const segments = away ? [] : adopted.segments;
  await em.execute(
    `insert into recital_sessions (id, user_id, client_key, text_revision_id, status, kept, disavowed, disavowed_at,
       started_at, last_activity_at, ended_at, end_reason, capture, expected_audio_segments,
       expected_text_segments, recorded_seconds, content_version, finalised_version, last_content_at, artifacts,
       duration_seconds, finalised_at, segments_deleted_at, epoch, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, 1, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)`,
    [
      session.id,
      speakerId,
      `original-${session.id}`,
      text.revisionId,
      finished ? 'uploaded' : 'ended',
      !abandoned && !away,
      away,
      away ? session.updated_at : null,
      session.created_at,
      session.updated_at,
      session.updated_at,
      abandoned ? 'abandoned' : 'finished',
      JSON.stringify({ mimeType: away ? 'audio/webm' : adopted.mimeType }),
      abandoned ? null : segments.length,
      abandoned ? null : placed.length,
      seconds,
      finished ? 1 : 0,
      session.updated_at,
      finished ? JSON.stringify(adopted.artifacts) : null,
      finished ? Math.round((session.duration ?? seconds) * 1_000) / 1_000 : null,
      finished ? session.updated_at : null,
      finished ? session.updated_at : null,
      finished ? 1 : 0,
      session.created_at,
      session.updated_at,
    ],
  );
  for (const segment of segments) {
    await em.execute(
      `insert into audio_segments (session_id, sequence, mime_type, byte_length, sha256, storage_key,
         source_offset, received_at) values (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        session.id,
        segment.sequence,
        segment.mimeType,
        segment.byteLength,
        segment.sha256,
        segment.storageKey,
        segment.sourceOffset,
        session.updated_at,
      ],
    );
  }
  for (const [sequence, reading] of placed.entries()) {
    await em.execute(
      `insert into text_segments (session_id, sequence, paragraph, sentence, text, seek_start, seek_end, discarded,
         received_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        session.id,
        sequence,
        reading.paragraph,
        reading.sentence,
        reading.text,
        reading.seekStart,
        reading.seekEnd,
        reading.discarded,
        session.updated_at,
      ],
    );
  }
}
