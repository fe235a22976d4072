/**
 * A duration as a clock shows it: MM:SS, from one hour on HH:MM:SS. Whole seconds are counted, never rounded up:
 * a running clock may not show a second that has not passed.
 */
export function formatDuration(seconds: number): string {
  const { hours, minutes, rest } = parts(seconds);
  const tail = [minutes, rest].map((figure) => String(figure).padStart(2, '0')).join(':');
  return hours > 0 ? `${String(hours).padStart(2, '0')}:${tail}` : tail;
}

/** The same as an ISO 8601 duration, for the `datetime` attribute: PT1H2M3S. */
export function isoDuration(seconds: number): string {
  const { hours, minutes, rest } = parts(seconds);
  return `PT${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${rest}S`;
}

function parts(seconds: number): { hours: number; minutes: number; rest: number } {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
  return { hours: Math.floor(whole / 3600), minutes: Math.floor((whole % 3600) / 60), rest: whole % 60 };
}
