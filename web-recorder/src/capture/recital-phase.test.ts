import { describe, expect, test } from 'vitest';
import type { RecitalPhase } from './recital';
import { phaseAfter, type RecitalEvent } from './recital-phase';

function phaseAfterAll(...events: RecitalEvent[]): RecitalPhase {
  return events.reduce<RecitalPhase>((phase, event) => phaseAfter(phase, event) ?? phase, 'idle');
}

describe('the phases of a recital', () => {
  test('from the first press to the decision', () => {
    expect(phaseAfterAll('start', 'started')).toBe('recording');
    expect(phaseAfterAll('start', 'started', 'pause')).toBe('paused');
    expect(phaseAfterAll('start', 'started', 'pause', 'resume', 'stop', 'flushed')).toBe('stopped');
    expect(phaseAfterAll('start', 'started', 'stop', 'flushed', 'decided')).toBe('idle');
  });

  test.each(['starting', 'recording', 'paused', 'stopping', 'stopped'] as const)(
    'a second start while %s does nothing',
    (phase) => expect(phaseAfter(phase, 'start')).toBeNull(),
  );

  test.each(['idle', 'stopping', 'stopped', 'failed'] as const)(
    'a second end while %s does nothing',
    (phase) => {
      expect(phaseAfter(phase, 'stop')).toBeNull();
      expect(phaseAfter(phase, 'fault')).toBeNull();
    },
  );

  test('a fault ends a recording by the same way as its speaker does', () => {
    expect(phaseAfter('recording', 'fault')).toBe('stopping');
    expect(phaseAfter('paused', 'fault')).toBe('stopping');
  });
});
