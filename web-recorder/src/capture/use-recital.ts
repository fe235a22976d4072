import { useOnline } from '@vueuse/core';
import { computed, onScopeDispose, toValue } from 'vue';
import { acquireUploads } from '../upload/user-uploads';
import { openCapture } from './open-capture';
import type { Recital, RecitalOptions, SavedVoice } from './recital';
import { RecitalEngine } from './recital-engine';
import { guardRecording } from './recording-guards';
import { usePlayback } from './use-playback';
import { useSavedVoice } from './use-saved-voice';

/** Fast enough that a level meter looks alive. */
const TICK_MILLISECONDS = 50;
const DEFAULT_MAX_SESSION_SECONDS = 7200;

/**
 * One recital on the screen: microphone, clock, sentence marks, journal. What runs when its scope ends is brought
 * to a safe end and waits for its decision.
 */
export function useRecital(options: RecitalOptions): Recital {
  const uploads = acquireUploads(options.userId);
  const engine = new RecitalEngine(
    {
      openJournal: uploads.journal,
      openCapture,
      locks: navigator.locks,
      storage: navigator.storage,
      guard: guardRecording,
    },
    {
      userId: options.userId,
      textRevisionId: options.textRevision.id,
      textTitle: options.textTitle ?? null,
      paragraphs: options.textRevision.paragraphs,
      startAt: options.startAt,
      maxSessionSeconds: () => toValue(options.limits)?.maxSessionSeconds ?? DEFAULT_MAX_SESSION_SECONDS,
    },
  );
  const { state } = engine;
  const online = useOnline();
  const onServer = useSavedVoice(
    uploads.journal,
    () => state.clientKey,
    () => state.elapsedSeconds,
  );
  const playbackUrl = usePlayback(state, uploads.journal);
  const ticker = setInterval(() => engine.tick(), TICK_MILLISECONDS);
  onScopeDispose(() => {
    clearInterval(ticker);
    void engine.leave().finally(uploads.release);
  });

  return {
    phase: computed(() => state.phase),
    position: computed(() => state.position),
    elapsedSeconds: computed(() => state.elapsedSeconds),
    level: computed(() => state.level),
    problem: computed(() => state.problem),
    microphone: computed(() => state.microphone),
    saved: computed<SavedVoice>(() => ({
      onDevice: state.secondsOnDevice,
      onServer: onServer.value.seconds,
      total: state.elapsedSeconds,
      everythingOnServer: onServer.value.complete,
      online: online.value,
    })),
    sentencesRead: computed(() => state.sentencesRead),
    playbackUrl,
    start: () => engine.start(),
    next: () => engine.next(),
    pause: () => engine.pause(),
    resume: () => engine.resume(),
    redo: () => engine.redo(),
    skip: (reason) => engine.skip(reason),
    stop: () => engine.stop(),
    moveTo: (position) => engine.moveTo(position),
    keep: (decision) => engine.keep(decision),
    discard: () => engine.discard(),
  };
}
