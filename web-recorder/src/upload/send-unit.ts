import { UploadAudioSegmentDocument, UploadStateDocument } from '../gql/generated';
import type { UnitRecord } from '../journal/journal-records';
import { appendUnit, withdrawUnit } from '../journal/progress';
import { refusalOf } from './answers';
import { cutUnit, readUnit } from './cut-unit';
import {
  acknowledge,
  conclude,
  consequenceOf,
  type Outcome,
  type ProgressChange,
  type Sending,
} from './sending';

/** Writes the next unit into the journal; only what is written there is ever sent. */
export async function cutNextUnit({ snapshot, tools }: Sending): Promise<Outcome> {
  const { seconds, bytes } = tools.terms.limits;
  const byteLimit = Math.min(bytes, snapshot.progress.unitByteLimit ?? Infinity);
  const unit = await cutUnit(tools.journal, snapshot, { seconds, bytes: byteLimit });
  if (unit) await appendUnit(tools.journal, unit);
  return { kind: 'local' };
}

/** Sends one unit; it counts as acknowledged only when the server answers with its hash. */
export async function sendUnit(sending: Sending, sessionId: string, unit: UnitRecord): Promise<Outcome> {
  const { snapshot, tools, signal } = sending;
  const bytes = await readUnit(tools.journal, unit);
  if (!bytes) return { kind: 'stop', problem: { kind: 'refused', detail: 'The recording here is damaged' } };

  const { mimeType } = snapshot.header;
  const { sequence, byteLength, sha256 } = unit;
  const audio = new Blob([bytes], { type: mimeType });
  const result = await tools.call(
    UploadAudioSegmentDocument,
    { sessionId, sequence, byteLength, sha256, mimeType, audio },
    signal,
  );
  if (!result.ok && refusalOf(result).kind === 'split') {
    return split(sending, sessionId, unit, result.message);
  }
  const isOurs = !result.ok || result.data.uploadAudioSegment.sha256 === sha256;
  return conclude(sending, result, isOurs ? arrived(unit) : setAside(unit), setAside(unit));
}

function arrived(unit: UnitRecord): ProgressChange {
  return () => ({ units: unit.sequence + 1 });
}

function setAside(unit: UnitRecord): ProgressChange {
  return ({ conflicts }) => ({
    units: unit.sequence + 1,
    conflicts: { ...conflicts, units: [...conflicts.units, unit.sequence] },
  });
}

/**
 * Cuts a unit that is too large for the way to the server into halves. It may have arrived in an earlier attempt
 * whose answer was lost; then its sequence is taken, and nothing may be cut anew.
 */
async function split(
  sending: Sending,
  sessionId: string,
  unit: UnitRecord,
  message: string,
): Promise<Outcome> {
  const { tools, signal } = sending;
  const state = await tools.call(UploadStateDocument, { sessionId }, signal);
  if (!state.ok) return consequenceOf(sending, refusalOf(state), state.message);
  const hasArrived = state.data.sessionUploadState.audioSegments.some(
    ({ sequence, sha256 }) => sequence === unit.sequence && sha256 === unit.sha256,
  );
  if (hasArrived) return acknowledge(sending, arrived(unit));
  if (unit.endSlice - unit.firstSlice < 2) return consequenceOf(sending, { kind: 'split' }, message);
  await withdrawUnit(tools.journal, unit, Math.floor(unit.byteLength / 2));
  return { kind: 'local' };
}
