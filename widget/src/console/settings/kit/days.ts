/** A day as addresses and date fields have it; what is no date is none. */
export const dayOf = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '');

/** A year that is being typed is a year already: 2, 20, 202. */
export const isHalfTyped = (day: string) => /^[01]/.test(day);

/** The period as the server asks for it: from the first day's midnight in Moscow up to that after the last. */
export const instantsOf = ({ since, until }: { since: string; until: string }) => ({ since: since && midnight(since), until: until && midnight(until, 1) });

/** The instant at which a day begins in Moscow, or the day so many after it. */
function midnight(day: string, later = 0): string {
  return new Date(Date.parse(`${day}T00:00:00+03:00`) + later * 86_400_000).toISOString();
}
