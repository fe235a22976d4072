import { appendHeader } from '../journal/append';
import type { Journal } from '../journal/journal';
import { holdIfFree, recorderLock, recordingLock, type Release } from '../journal/locks';
import { askForPersistence, hasRoom } from '../journal/storage-room';
import type { CaptureRun, OpenCapture } from './capture-run';
import type { Position, RecitalProblem } from './recital';
import { RecitalFault, problemOf, storageProblemOf } from './recital-fault';
import { Recording } from './recording';
import { RecordingClock } from './recording-clock';
import type { guardRecording } from './recording-guards';
import { SliceWriter } from './slice-writer';
import { TakeLedger } from './take-ledger';

/** What a recording needs of the browser. */
export interface RecordingDevices {
  openJournal: () => Promise<Journal>;
  openCapture: OpenCapture;
  locks: LockManager;
  storage: StorageManager;
  guard: typeof guardRecording;
}

export interface RecordingBrief {
  userId: string;
  textRevisionId: string;
  textTitle: string | null;
  startAt: Position;
  /** Asked when everything is open: throws when the recording is no longer wanted. */
  stillWanted(): void;
  /** The recording cannot go on; may be called more than once. */
  fault(problem: RecitalProblem): void;
  /** Up to which recording time the voice is on the disk. */
  written(seconds: number): void;
}

/** How many seconds of voice are written between two looks at the room that is left. */
const SECONDS_BETWEEN_ROOM_CHECKS = 30;

/**
 * Takes the locks, opens microphone and journal, and starts the recorder; what was taken is given back when any
 * of it fails.
 * @throws RecitalFault, or what `stillWanted` throws
 */
export async function beginRecording(devices: RecordingDevices, brief: RecordingBrief): Promise<Recording> {
  const held: Release[] = [];
  const release = () => held.splice(0).forEach((letGo) => letGo());
  let run: CaptureRun | null = null;
  try {
    const clientKey = crypto.randomUUID();
    await takeLocks(devices.locks, brief.userId, clientKey, held);
    void askForPersistence(devices.storage);
    if (!(await hasRoom(devices.storage))) throw new RecitalFault('storage-full', 'Too little room is left');
    const journal = await devices.openJournal().catch(storageFault);

    const clock = new RecordingClock();
    const writer = new SliceWriter(
      journal,
      clientKey,
      (error) => brief.fault(storageProblemOf(error)),
      reportWritten(devices, brief),
    );
    const opened = await devices.openCapture({
      data: (blob) => writer.addBlob(blob, clock.at(opened.audioTime())),
      fault: (fault) => brief.fault(problemOf(fault, 'recorder-failed')),
    });
    run = opened;
    brief.stillWanted();
    await appendHeader(journal, {
      clientKey,
      userId: brief.userId,
      textRevisionId: brief.textRevisionId,
      textTitle: brief.textTitle,
      startedAt: new Date().toISOString(),
      startAt: brief.startAt,
      mimeType: run.capture.mimeType,
      capture: run.capture,
    }).catch(storageFault);

    run.start();
    clock.start(run.audioTime());
    const recording = new Recording({
      clientKey,
      run,
      clock,
      takes: new TakeLedger(clientKey, brief.startAt),
      writer,
      release,
    });
    held.push(
      devices.guard({
        flush: () => recording.flush(),
        hidden: () => {
          // Nothing is missed in a pause; its speaker may look something up meanwhile.
          if (!recording.isPaused) brief.fault({ kind: 'page-hidden', detail: 'The page stayed hidden' });
        },
        left: (detail) => brief.fault({ kind: 'page-hidden', detail }),
      }),
    );
    return recording;
  } catch (error) {
    await run?.stop();
    release();
    throw error;
  }
}

/** The user's recorder lock keeps other tabs from recording; the recital's own tells that it is still alive. */
async function takeLocks(
  locks: LockManager,
  userId: string,
  clientKey: string,
  held: Release[],
): Promise<void> {
  for (const name of [recorderLock(userId), recordingLock(clientKey)]) {
    const letGo = await holdIfFree(locks, name);
    if (!letGo) throw new RecitalFault('other-tab', 'Another tab of this browser is recording');
    held.push(letGo);
  }
}

function storageFault(error: unknown): never {
  const { kind, detail } = storageProblemOf(error);
  throw new RecitalFault(kind, detail ?? '');
}

/** Passes on how far the voice is written, and ends the recording while there is still room for its end. */
function reportWritten(devices: RecordingDevices, brief: RecordingBrief): (seconds: number) => void {
  let nextCheck = SECONDS_BETWEEN_ROOM_CHECKS;
  return (seconds) => {
    brief.written(seconds);
    if (seconds < nextCheck) return;
    nextCheck = seconds + SECONDS_BETWEEN_ROOM_CHECKS;
    void hasRoom(devices.storage).then((room) => {
      if (!room) brief.fault({ kind: 'storage-full', detail: 'Too little room is left' });
    });
  };
}
