import type {
  OperationText,
  CreateUploadSessionMutationVariables,
  DiscardUploadedTextSegmentsMutationVariables,
  EndUploadSessionMutationVariables,
  UploadAudioSegmentMutationVariables,
  UploadTextSegmentMutationVariables,
} from '../../gql/generated';
import type { CallResult, GraphqlCall } from '../graphql-call';

type Failure = Extract<CallResult<never>, { ok: false }>;

interface StoredUnit {
  sha256: string;
  bytes: Uint8Array;
}

/** A session as the server holds it. */
export interface StoredSession {
  id: string;
  userId: string;
  clientKey: string;
  units: Map<number, StoredUnit>;
  marks: Map<number, UploadTextSegmentMutationVariables>;
  end: EndUploadSessionMutationVariables | null;
  disavowed: boolean;
}

/** A failed call, for scripts of what goes wrong. */
export function failure(code: string | null, rest: Partial<Failure> = {}): Failure {
  return {
    ok: false,
    code,
    httpStatus: code === null ? null : 200,
    field: null,
    retryAfterSeconds: 0,
    message: code ?? 'Failed to fetch',
    ...rest,
  };
}

/**
 * The server's side of the upload contract (schema.graphql), in memory: idempotent by client key, by sequence and
 * hash, by the values of the end. Records every call, and can be told to fail.
 */
export class ServerInMemory {
  readonly sessions = new Map<string, StoredSession>();
  readonly calls: string[] = [];
  signedInAs = 'ada';
  largestUnit = 2_000_000;
  segmentSeconds = 10;
  /** Called before an operation is carried out; an answer given here is given instead. */
  before: (operation: string, variables: object) => Failure | undefined = () => undefined;
  /** Called after it was carried out: an answer given here replaces the true one (it was lost on the way). */
  after: (operation: string, variables: object) => Failure | undefined = () => undefined;

  readonly call: GraphqlCall = async <Data, Variables extends object>(
    document: OperationText<Data, Variables>,
    variables: Variables,
  ): Promise<CallResult<Data>> => {
    const operation = /\w+ (\w+)/.exec(document)?.[1] ?? '';
    this.calls.push(operation);
    await new Promise((resolve) => setTimeout(resolve));
    const result = this.before(operation, variables) ?? (await this.carryOut(operation, variables));
    // The stub answers by the operation's name; that its answers have the operation's shape is checked by use.
    return (this.after(operation, variables) ?? result) as CallResult<Data>;
  };

  /** The one session there is; fails when there are none or several. */
  only(): StoredSession {
    const [session, ...others] = this.sessions.values();
    if (!session || others.length > 0) throw new Error(`Expected one session, found ${this.sessions.size}`);
    return session;
  }

  private async carryOut(operation: string, variables: object): Promise<CallResult<unknown>> {
    switch (operation) {
      case 'UploadTerms':
        return ok({
          me: { id: this.signedInAs },
          clientConfig: { segmentSeconds: this.segmentSeconds, maxSegmentBytes: 2_000_000 },
        });
      case 'CreateUploadSession':
        return this.create(variables as CreateUploadSessionMutationVariables);
      case 'UploadAudioSegment':
        return this.uploadUnit(variables as UploadAudioSegmentMutationVariables);
      case 'UploadTextSegment':
        return this.uploadMark(variables as UploadTextSegmentMutationVariables);
      case 'DiscardUploadedTextSegments':
        return this.discardMarks(variables as DiscardUploadedTextSegmentsMutationVariables);
      case 'EndUploadSession':
        return this.end(variables as EndUploadSessionMutationVariables);
      case 'UploadState':
        return this.onSession(variables, (session) =>
          ok({
            sessionUploadState: {
              sessionId: session.id,
              audioSegments: [...session.units].map(([sequence, { sha256 }]) => ({ sequence, sha256 })),
            },
          }),
        );
      case 'KeepUploadSessionAlive':
        return this.onSession(variables, (session) => ok({ keepSessionAlive: { id: session.id } }));
      case 'DiscardUploadSession':
        return this.onSession(variables, (session) => {
          session.disavowed = true;
          return ok({ discardSession: { id: session.id, disavowed: true } });
        });
      default:
        throw new Error(`The server knows no ${operation}`);
    }
  }

  private create({ clientKey }: CreateUploadSessionMutationVariables): CallResult<unknown> {
    const userId = this.signedInAs;
    const existing = [...this.sessions.values()].find(
      (session) => session.clientKey === clientKey && session.userId === userId,
    );
    const id = existing?.id ?? `session-${this.sessions.size + 1}`;
    if (!existing) {
      this.sessions.set(id, {
        id,
        userId,
        clientKey,
        units: new Map(),
        marks: new Map(),
        end: null,
        disavowed: false,
      });
    }
    return ok({ createSession: { id, user: { id: userId } } });
  }

  private async uploadUnit(sent: UploadAudioSegmentMutationVariables): Promise<CallResult<unknown>> {
    const bytes = new Uint8Array(await sent.audio.arrayBuffer());
    if (bytes.length > this.largestUnit) return failure(null, { httpStatus: 413 });
    if (bytes.length !== sent.byteLength) return failure('BAD_USER_INPUT', { field: 'byteLength' });
    return this.onSession(sent, (session) => {
      const stored = session.units.get(sent.sequence);
      if (stored && stored.sha256 !== sent.sha256) return failure('CONFLICT');
      if (!stored) session.units.set(sent.sequence, { sha256: sent.sha256, bytes });
      return ok({ uploadAudioSegment: { sequence: sent.sequence, sha256: sent.sha256 } });
    });
  }

  private uploadMark(sent: UploadTextSegmentMutationVariables): CallResult<unknown> {
    return this.onSession(sent, (session) => {
      const stored = session.marks.get(sent.sequence);
      if (stored && JSON.stringify(stored) !== JSON.stringify(sent)) return failure('CONFLICT');
      session.marks.set(sent.sequence, sent);
      return ok({ uploadTextSegment: { sequence: sent.sequence } });
    });
  }

  private discardMarks(sent: DiscardUploadedTextSegmentsMutationVariables): CallResult<unknown> {
    const sequences = [sent.sequences].flat();
    return this.onSession(sent, (session) => {
      for (const sequence of sequences) {
        const mark = session.marks.get(sequence);
        if (!mark) return failure('BAD_USER_INPUT', { field: 'sequences' });
        session.marks.set(sequence, { ...mark, discarded: true });
      }
      return ok({ discardTextSegments: sequences.map((sequence) => ({ sequence })) });
    });
  }

  private end(sent: EndUploadSessionMutationVariables): CallResult<unknown> {
    return this.onSession(sent, (session) => {
      if (session.end && JSON.stringify(session.end) !== JSON.stringify(sent)) return failure('CONFLICT');
      session.end = sent;
      return ok({ endSession: { id: session.id, status: 'ENDED' } });
    });
  }

  private onSession(
    variables: object,
    act: (session: StoredSession) => CallResult<unknown>,
  ): CallResult<unknown> {
    const id = 'sessionId' in variables ? String(variables.sessionId) : '';
    const session = this.sessions.get(id);
    return session?.userId === this.signedInAs ? act(session) : failure('NOT_FOUND');
  }
}

function ok(data: unknown): CallResult<unknown> {
  return { ok: true, data };
}
