/** Who is to stand in the audit log for an act. The caller has checked the rights. */
export interface Actor {
  /** Null: the operator at the command line, or the system itself. */
  readonly id: string | null;
  /** True: a back-office tool acts on behalf of the user. */
  readonly delegated: boolean;
}

/** The operator at the command line. */
export const operator: Actor = { id: null, delegated: false };
