/** Another worker took over, or the session was wished away: whatever is done from here on is worth nothing. */
export class ClaimLostError extends Error {
  constructor() {
    super('The claim on this session was lost.');
    this.name = 'ClaimLostError';
  }
}
