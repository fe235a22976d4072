import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createNotices } from './notices';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LONG = 60_000;

describe('a notice', () => {
  it('goes by itself, except while it is read and when something failed', () => {
    const notices = createNotices();
    notices.say({ words: 'Approved' });
    notices.hold();
    vi.advanceTimersByTime(LONG);
    expect(notices.shown.value?.words).toBe('Approved');
    notices.release();
    vi.advanceTimersByTime(LONG);
    expect(notices.shown.value).toBeNull();
    notices.say({ words: 'Not approved', failed: true });
    vi.advanceTimersByTime(LONG);
    expect(notices.shown.value?.words).toBe('Not approved');
  });

  it('takes the way back once', () => {
    const notices = createNotices();
    const go = vi.fn();
    notices.say({ words: 'Approved', undo: { words: 'Undo', go } });
    notices.undo();
    notices.undo();
    expect(go).toHaveBeenCalledOnce();
    expect(notices.shown.value).toBeNull();
  });
});

describe('what is done soon', () => {
  it.each([
    ['its time has come', () => void vi.advanceTimersByTime(LONG)],
    ['it is dismissed', (notices: ReturnType<typeof createNotices>) => notices.dismiss()],
    [
      'something else is said',
      (notices: ReturnType<typeof createNotices>) => notices.say({ words: 'Other' }),
    ],
  ])('is done, and once, when %s', (_when, happen) => {
    const notices = createNotices();
    const act = vi.fn();
    notices.doSoon('Revoked', 'Undo', act);
    expect(act).not.toHaveBeenCalled();
    happen(notices);
    vi.advanceTimersByTime(LONG);
    notices.dismiss();
    expect(act).toHaveBeenCalledOnce();
  });

  it('is never done once it was taken back', () => {
    const notices = createNotices();
    const act = vi.fn();
    notices.doSoon('Revoked', 'Undo', act);
    notices.undo();
    vi.advanceTimersByTime(LONG);
    notices.dismiss();
    expect(act).not.toHaveBeenCalled();
  });
});
