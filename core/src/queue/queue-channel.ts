/** The channel on which Agenda's Postgres backend listens. */
export const queueChannel = 'agenda:jobs';
