import type { Position } from '../capture/recital';

/** Where a speaker stopped in a text, on this device. */
export interface Place {
  textId: string;
  /** Another revision has other sentences: its places count for nothing */
  revisionId: string;
  position: Position;
  /** Counted from 1, so that a list can show it without the text */
  sentenceNumber: number;
}

const STORAGE_KEY = 'recital-places';
const KEPT = 20;

/** The place in this revision of the text, or null. */
export function rememberedPlace(textId: string, revisionId: string): Place | null {
  return readPlaces().find((place) => place.textId === textId && place.revisionId === revisionId) ?? null;
}

/** Remembers one place per text, the latest 20 of them. */
export function rememberPlace(place: Place): void {
  const others = readPlaces().filter(({ textId }) => textId !== place.textId);
  localStorage.setItem(STORAGE_KEY, JSON.stringify([place, ...others].slice(0, KEPT)));
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
