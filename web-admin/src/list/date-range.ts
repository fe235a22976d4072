/** Days of the calendar in the person's own time zone; either end may be open. */
export interface DateRange {
  /** `2026-11-01`, the first day; empty: no beginning */
  from: string;
  /** `2026-11-30`, the last day; empty: no end */
  to: string;
}

/** Reads a range as an address has it: `2026-11-01..2026-11-30`, `2026-11-01..` or `..2026-11-30`. */
export function readDateRange(written: string | undefined): DateRange {
  const [from = '', to = ''] = (written ?? '').split('..');
  return { from: isDay(from) ? from : '', to: isDay(to) ? to : '' };
}

/** For an address; empty for a range that holds everything. */
export function writeDateRange({ from, to }: DateRange): string {
  return from || to ? `${from}..${to}` : '';
}

/** The moments that a range holds, as the API takes them: from the first, and before the second. */
export function momentsOf({ from, to }: DateRange): { from?: string; to?: string } {
  return {
    ...(from ? { from: startOfDay(from, 0) } : {}),
    ...(to ? { to: startOfDay(to, 1) } : {}),
  };
}

/** The last so many days, today included. */
export function lastDays(count: number, today: Date = new Date()): DateRange {
  const first = new Date(today.getFullYear(), today.getMonth(), today.getDate() - (count - 1));
  return { from: dayOf(first), to: dayOf(today) };
}

function dayOf(time: Date): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

function isDay(written: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(written) && !Number.isNaN(Date.parse(written));
}

function startOfDay(day: string, daysLater: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}
