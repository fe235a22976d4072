import type { Position } from '../capture/recital';
import type { TextToReadQuery } from '../gql/generated';
import { sentenceNumber } from './position';

/** Where a speaker stopped in a text, on this device. */
export interface Place {
  textId: string;
  /** Another revision has other sentences: its places count for nothing */
  revisionId: string;
  position: Position;
  /** Counted from 1 */
  sentenceNumber: number;
  /** By this device's clock, in milliseconds; missing in what an earlier version wrote */
  at?: number;
}

const STORAGE_KEY = 'recital-places';
const KEPT = 20;

/** The place in this revision of the text, or null. */
export function rememberedPlace(textId: string, revisionId: string): Place | null {
  return readPlaces().find((place) => place.textId === textId && place.revisionId === revisionId) ?? null;
}

/**
 * The sentence (counted from 1) at which one goes on: where this device stopped, or behind what the server has of a
 * later recital, on whatever device; after the last one the text begins anew.
 */
export function sentenceToBegin({ id, currentRevision, progress }: TextToReadQuery['text']): number {
  const here = rememberedPlace(id, currentRevision.id);
  if (!progress || (here?.at ?? 0) > Date.parse(progress.lastReadAt)) return here?.sentenceNumber ?? 1;
  return (sentenceNumber(currentRevision.paragraphs, progress) % currentRevision.sentenceCount) + 1;
}

/** Remembers one place per text, the latest 20 of them. */
export function rememberPlace(place: Omit<Place, 'at'>): void {
  const others = readPlaces().filter(({ textId }) => textId !== place.textId);
  const places = [{ ...place, at: Date.now() }, ...others].slice(0, KEPT);
  localStorage.setItem(STORAGE_KEY, JSON.stringify(places));
}

function readPlaces(): Place[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isPlace) : [];
  } catch {
    // Another program's or an old version's value: a forgotten place is no harm.
    return [];
  }
}

function isPlace(value: unknown): value is Place {
  const place = value as Partial<Place> | null;
  return (
    typeof place?.textId === 'string' &&
    typeof place.revisionId === 'string' &&
    Number.isInteger(place.position?.paragraph) &&
    Number.isInteger(place.position?.sentence) &&
    Number.isInteger(place.sentenceNumber)
  );
}
