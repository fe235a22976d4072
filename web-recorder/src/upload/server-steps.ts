import {
  CreateUploadSessionDocument,
  DiscardUploadSessionDocument,
  DiscardUploadedTextSegmentsDocument,
  EndUploadSessionDocument,
  KeepUploadSessionAliveDocument,
  UploadTextSegmentDocument,
} from '../gql/generated';
import type { MarkRecord } from '../journal/journal-records';
import { removeRecital } from '../journal/progress';
import { conclude, type Outcome, type Sending } from './sending';

/** Idempotent by client key: a recital that began offline, or whose first answer was lost, has one session. */
export async function createSession(sending: Sending): Promise<Outcome> {
  const { snapshot, tools, signal } = sending;
  const { clientKey, textRevisionId, startedAt, capture, userId } = snapshot.header;
  const result = await tools.call(
    CreateUploadSessionDocument,
    { clientKey, textRevisionId, startedAt, capture },
    signal,
  );
  if (result.ok && result.data.createSession.user.id !== userId) {
    tools.terms.forget();
    const problem = { kind: 'other-user', detail: 'Somebody else is signed in' } as const;
    return { kind: 'wait', problem, retryAfterSeconds: null };
  }
  return conclude(sending, result, () => ({ sessionId: result.ok ? result.data.createSession.id : null }));
}

export async function sendMark(sending: Sending, sessionId: string, mark: MarkRecord): Promise<Outcome> {
  const { sequence, paragraph, sentence, seekStart, seekEnd, discarded, skipReason = null } = mark;
  const result = await sending.tools.call(
    UploadTextSegmentDocument,
    { sessionId, sequence, paragraph, sentence, seekStart, seekEnd, discarded, skipReason },
    sending.signal,
  );
  return conclude(
    sending,
    result,
    () => ({ marks: sequence + 1 }),
    ({ conflicts }) => ({
      marks: sequence + 1,
      conflicts: { ...conflicts, marks: [...conflicts.marks, sequence] },
    }),
  );
}

export async function sendDiscards(
  sending: Sending,
  sessionId: string,
  sequences: number[],
): Promise<Outcome> {
  const { call } = sending.tools;
  const result = await call(DiscardUploadedTextSegmentsDocument, { sessionId, sequences }, sending.signal);
  return conclude(sending, result, (progress) => ({ discards: [...progress.discards, ...sequences] }));
}

/** Every number comes from the journal, so that a repetition says the same. */
export async function endSession(sending: Sending, sessionId: string): Promise<Outcome> {
  const { units, marks, discards, end } = sending.snapshot;
  const result = await sending.tools.call(
    EndUploadSessionDocument,
    {
      sessionId,
      audioSegments: units.length,
      textSegments: marks.length,
      durationSeconds: end?.durationSeconds ?? 0,
      discardedSequences: discards,
      endReason: end?.reason ?? 'INTERRUPTED',
    },
    sending.signal,
  );
  return conclude(
    sending,
    result,
    () => ({ ended: true }),
    () => ({ ended: true }),
  );
}

/** Tells the server that a recital which sends nothing (a pause) is still going on. */
export async function heartbeat(sending: Sending, sessionId: string): Promise<Outcome> {
  const result = await sending.tools.call(KeepUploadSessionAliveDocument, { sessionId }, sending.signal);
  return conclude(sending, result, () => ({}));
}

/** Deletes the session on the server, then the last trace here; a session that is gone already is as good. */
export async function discardSession(sending: Sending, sessionId: string): Promise<Outcome> {
  const { snapshot, tools, signal } = sending;
  const result = await tools.call(DiscardUploadSessionDocument, { sessionId }, signal);
  if (!result.ok && result.code !== 'NOT_FOUND') return conclude(sending, result, () => ({}));
  await removeRecital(tools.journal, snapshot.header.clientKey, 'delete');
  return { kind: 'accepted' };
}
