import type { JournalSnapshot } from '../journal/journal-records';
import { countedTakes } from '../journal/takes-that-count';
import type { UnsentRecital, UnsentState, UploadProblem } from './unsent-recital';

/** Seconds of voice that the server acknowledged. */
export function secondsOnServer({ units, progress }: JournalSnapshot): number {
  return units[progress.units - 1]?.to ?? 0;
}

/** True when the recital has ended and every second and every sentence of it is on the server. */
export function isAllOnServer({ end, voice, units, marks, progress }: JournalSnapshot): boolean {
  return (
    end !== null &&
    progress.units === units.length &&
    units.at(-1)?.endSlice === voice.slices &&
    progress.marks === marks.length
  );
}

/** What the speaker is told about a recital on this device; null for one without voice, or wished away. */
export function describeRecital(
  snapshot: JournalSnapshot,
  recording: boolean,
  online: boolean,
): UnsentRecital | null {
  const { header, voice, marks, discards, end, decision } = snapshot;
  if (voice.slices === 0 || decision === 'delete') return null;
  const takes = countedTakes(marks, discards);
  const last = takes.at(-1);
  const problem = problemOf(snapshot, online);
  return {
    id: header.clientKey,
    textRevisionId: header.textRevisionId,
    textTitle: header.textTitle,
    startedAt: header.startedAt,
    state: stateOf(snapshot, recording, problem),
    recording,
    interrupted: end ? end.reason === 'INTERRUPTED' : !recording,
    secondsOnDevice: voice.seconds,
    secondsOnServer: secondsOnServer(snapshot),
    sentencesRead: takes.length,
    lastSentence: last ? { paragraph: last.paragraph, sentence: last.sentence } : null,
    problem,
  };
}

function problemOf({ progress }: JournalSnapshot, online: boolean): UploadProblem | null {
  return progress.problem ?? (online ? null : { kind: 'offline', detail: null });
}

function stateOf(snapshot: JournalSnapshot, recording: boolean, problem: UploadProblem | null): UnsentState {
  if (snapshot.progress.stopped) return 'stopped';
  if (!recording && snapshot.decision === null) return 'needs-decision';
  if (snapshot.progress.ended) return 'done';
  return problem ? 'waiting' : 'sending';
}
