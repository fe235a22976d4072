import { expectedParts, missingSequences } from '../session/missing-sequences.js';
import type { Finding } from './finding.js';
import type { SessionFacts } from './session-facts.js';

/** Looks for columns of a session that contradict each other. */
export function checkRows(facts: SessionFacts): Finding[] {
  return [...contradictions(facts)].map((detail) => ({
    kind: 'row-inconsistent',
    subject: facts.session.id,
    detail,
  }));
}

function* contradictions({ session, segments, setAside, textSegments }: SessionFacts): Generator<string> {
  const { status, artifacts, staged, earlyMain, contentVersion, finalisedVersion, endReason } = session;
  if (finalisedVersion > contentVersion) yield 'More was finalised than ever arrived.';
  if (status === 'discarded') {
    if (!session.disavowed) yield 'It is discarded, and nobody wished it away.';
    if (artifacts || staged) yield 'It is discarded, and still names files.';
    if (earlyMain) yield 'It is discarded, and still names what could be heard early.';
    if (segments.length + setAside.length + textSegments > 0)
      yield 'It is discarded, and still has segments.';
    return;
  }
  if (status === 'uploaded' && !artifacts) yield 'It is uploaded, and names no files.';
  if (status === 'aggregated' && !staged) yield 'It is aggregated, and names no staged files.';
  if ((status === 'active') !== !endReason) yield `It is ${status}, with end reason ${endReason ?? 'none'}.`;
  if (endReason === 'empty' && segments.length > 0) yield 'It is marked empty, and has audio.';
  if (!artifacts || finalisedVersion !== contentVersion) return;
  yield* contradictionsOfFinished({ session, segments });
}

function* contradictionsOfFinished({
  session,
  segments,
}: Pick<SessionFacts, 'session' | 'segments'>): Generator<string> {
  const expected = expectedParts(session.expectedAudioSegments ?? null, segments);
  const missing = missingSequences(expected, segments);
  if (missing.length > 0 && !session.acceptIncomplete) {
    yield `It was finalised without segments ${missing.slice(0, 10).join(', ')}.`;
  }
  let offset = 0;
  for (const { sequence, sourceOffset, byteLength } of segments) {
    if (sourceOffset !== offset) yield `Segment ${sequence} does not follow the one before in the source.`;
    offset += byteLength;
  }
  const source = session.artifacts?.files.source.byteLength;
  if (source !== offset) yield `Its source has ${source ?? 0} bytes, its segments have ${offset}.`;
}
