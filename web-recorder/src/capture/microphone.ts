import type { CaptureInput } from '../gql/generated';
import type { ChosenMicrophone } from './chosen-microphone';
import type { MicrophoneInUse, RecitalProblemKind } from './recital';
import { RecitalFault } from './recital-fault';

/** A phone call or a headset that changes its profile mutes for a moment; longer than this is a loss. */
const MUTED_FOR_GOOD_MILLISECONDS = 1000;

/** The voice as it is: what browsers do to make calls pleasant spoils it as training data. */
const CONSTRAINTS: MediaTrackConstraints = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
  channelCount: { ideal: 1 },
};

export interface Microphone {
  stream: MediaStream;
  /** The settings that the browser put in force, which may differ from what was asked for */
  settings: Omit<CaptureInput, 'mimeType'>;
  inUse: MicrophoneInUse;
  /** Tells once when the microphone is gone or muted for good; until the returned function is called. */
  watch(lost: (fault: RecitalFault) => void): () => void;
  close(): void;
}

/**
 * Asks for the microphone. Only in answer to a press of the speaker: the browser may ask them. One that was chosen
 * and is not there is no reason not to read: another one stands in for it, and the speaker is told.
 */
export async function openMicrophone(
  devices: MediaDevices | undefined,
  chosen: ChosenMicrophone | null,
): Promise<Microphone> {
  if (!devices) throw new RecitalFault('microphone-denied', 'This page is not served over HTTPS');
  const stream = await devices.getUserMedia({ audio: constraintsFor(chosen) }).catch((error: unknown) => {
    throw new RecitalFault(kindOf(error), String(error));
  });
  const [track] = stream.getAudioTracks();
  if (!track) throw new RecitalFault('microphone-missing', 'The browser gave a stream without sound');
  return {
    stream,
    settings: settingsOf(track),
    inUse: inUseOf(track, chosen),
    watch: (lost) => watchTrack(track, devices, lost),
    close: () => track.stop(),
  };
}

function constraintsFor(chosen: ChosenMicrophone | null): MediaTrackConstraints {
  return chosen ? { ...CONSTRAINTS, deviceId: { ideal: chosen.deviceId } } : CONSTRAINTS;
}

function inUseOf(track: MediaStreamTrack, chosen: ChosenMicrophone | null): MicrophoneInUse {
  const { deviceId } = track.getSettings();
  const isOther = chosen !== null && deviceId !== undefined && deviceId !== chosen.deviceId;
  return { label: track.label || null, insteadOf: isOther ? chosen.label : null };
}

function kindOf(error: unknown): RecitalProblemKind {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'microphone-denied';
    case 'NotReadableError':
    case 'AbortError':
      return 'microphone-busy';
    default:
      return 'microphone-missing';
  }
}

function settingsOf(track: MediaStreamTrack): Microphone['settings'] {
  const settings = track.getSettings();
  return {
    sampleRate: settings.sampleRate,
    channelCount: settings.channelCount,
    echoCancellation: flagOf(settings.echoCancellation),
    noiseSuppression: settings.noiseSuppression,
    autoGainControl: settings.autoGainControl,
    deviceLabel: track.label,
    userAgent: navigator.userAgent,
  };
}

/** Newer browsers name the kind of echo cancellation instead of saying that it is on. */
function flagOf(value: unknown): boolean | undefined {
  return value === undefined ? undefined : value !== false;
}

function watchTrack(
  track: MediaStreamTrack,
  devices: MediaDevices,
  lost: (fault: RecitalFault) => void,
): () => void {
  const watching = new AbortController();
  const { signal } = watching;
  let muteTimer: ReturnType<typeof setTimeout> | undefined;
  const tell = (kind: RecitalProblemKind, detail: string) => {
    if (!signal.aborted) lost(new RecitalFault(kind, detail));
  };
  const waitWhileMuted = () => {
    muteTimer = setTimeout(
      () => tell('microphone-muted', 'The track was muted'),
      MUTED_FOR_GOOD_MILLISECONDS,
    );
  };
  const checkDevice = async () => {
    if (!(await isStillThere(track, devices))) tell('microphone-lost', 'The device is gone');
  };

  track.addEventListener('ended', () => tell('microphone-lost', 'The track ended'), { signal });
  track.addEventListener('mute', waitWhileMuted, { signal });
  track.addEventListener('unmute', () => clearTimeout(muteTimer), { signal });
  devices.addEventListener('devicechange', () => void checkDevice(), { signal });
  if (track.muted) waitWhileMuted();
  return () => {
    watching.abort();
    clearTimeout(muteTimer);
  };
}

/** Not every browser ends the track of a device that was unplugged. */
async function isStillThere(track: MediaStreamTrack, devices: MediaDevices): Promise<boolean> {
  if (track.readyState === 'ended') return false;
  const { deviceId } = track.getSettings();
  const known = (await devices.enumerateDevices()).filter((device) => device.kind === 'audioinput');
  const listsIds = known.some((device) => device.deviceId !== '');
  return !deviceId || !listsIds || known.some((device) => device.deviceId === deviceId);
}
