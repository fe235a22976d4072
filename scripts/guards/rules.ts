import type { GuardRule } from './guard.js';

const auth = 'api/src/auth';
const matrix = [`${auth}/authorisation.test.ts`, `${auth}/field-access.test.ts`];
const media = ['api/src/media/media.test.ts'];
const archive = ['api/src/media/recording-archive.test.ts'];
const google = `${auth}/google/google-sign-in.test.ts`;
const delegation = `${auth}/delegation.test.ts`;
const signIn = [
  `${auth}/credentials.test.ts`,
  google,
  `${auth}/auto-login.test.ts`,
  delegation,
  'api/src/agreement/agreement.test.ts',
];

/** Whoever calls is taken for let in; nobody is a user without rights. */
const letIn = (asked: string) =>
  `(({ caller, ...rest }) => { const who = caller ?? rest; return who.kind === 'user' ? who.user : { id: '00000000-0000-4000-8000-000000000000', group: null, email: '', name: '' }; })(${asked})`;

/**
 * What counts as a guard. A new kind of guard goes in here; a new place where one of these stands is found by itself.
 */
export const rules: readonly GuardRule[] = [
  {
    files: /^api\/src\/.*\.ts$/,
    // The preview asks who is there behind the operation that found the session.
    except: /auth\/(require-viewer|acting-admin)\.ts$|preview-session\.ts$/,
    find: /\brequire(User|Speaker|SignedSpeaker|SignedSpeakerOrAdmin|Admin)\(/g,
    instead: letIn,
    tests: matrix,
  },
  {
    files: /^api\/src\/.*\.ts$/,
    except: /auth\/acting-admin\.ts$/,
    find: /\bactingAdmin\(/g,
    instead: (asked) => `({ id: ${letIn(asked)}.id, delegated: false })`,
    tests: matrix,
  },
  {
    files: /^api\/src\/auth\/acting-admin\.ts$/,
    find: /\brequireAdmin\(/g,
    instead: letIn,
    tests: matrix,
  },
  {
    files: /^api\/src\/.*\.ts$/,
    except: /auth\/caller\.ts$/,
    find: /\brefuseDelegated\(/g,
    instead: () => 'undefined',
    tests: matrix,
  },
  {
    files: /^api\/src\/auth\/.*\.ts$/,
    except: /same-origin\.ts$/,
    find: /\bisFromOwnPage\(/g,
    instead: () => 'true',
    tests: signIn,
  },
  {
    files: /^api\/src\/auth\/(require-viewer|caller)\.ts$/,
    find: /\bthrow /g,
    instead: () => 'void ',
    tests: [...matrix, ...signIn],
  },
  {
    files: /^api\/src\/auth\/delegation\.ts$/,
    find: /\bthrow /g,
    instead: () => 'void ',
    tests: [delegation],
  },
  {
    // Each condition that an ID token has to meet; the first one is there for the compiler.
    files: /google-identities\.ts$/,
    find: /(?<=^ {6})(claims\.iat < .*|(?!claims === |typeof )\S.*(?= \|\|$))/gm,
    instead: () => 'false',
    tests: [google],
  },
  {
    // A token that was revoked.
    files: /^api\/src\/auth\/find-signed-in-user\.ts$/,
    find: / and token_version = asked\.version/g,
    instead: () => '',
    tests: signIn,
  },
  {
    files: /^core\/src\/(session|text)\/visible-\w+\.ts$/,
    find: /return \{ (user|\$or):[^;]*;/g,
    instead: () => 'return {};',
    tests: matrix,
  },
  {
    files: /^(core|api)\/src\/.*\.ts$/,
    find: /(?<!function )\b(visible|listed)(Sessions|Texts|Imports)(?=\()/g,
    instead: () => '(() => ({}))',
    tests: matrix,
  },
  {
    files: /^core\/src\/session\/.*\.ts$/,
    find: /\buser: (userId|viewer\.id)\b(?=[^;]*\}\))|(?<=\? \{\} : \{ )user: viewer\.id/g,
    instead: () => '',
    tests: matrix,
  },
  {
    files: /^core\/src\/session\/.*\.ts$/,
    find: /\buser_id = \?/g,
    instead: () => '?::uuid is not null',
    tests: matrix,
  },
  {
    files: /^core\/src\/session\/open-session\.ts$/,
    find: /\buser_id = \$\{userId\}/g,
    instead: () => '${userId}::uuid is not null',
    tests: matrix,
  },
  {
    files: /^core\/src\/text\/import\/visible-imports\.ts$/,
    find: /(?<=\? \{\} : \{ )owner: viewer\.id/g,
    instead: () => '',
    tests: matrix,
  },
  {
    files: /^core\/src\/text\/import\/batch-progress\.ts$/,
    find: /\bowner_id = \?/g,
    instead: () => '?::uuid is not null',
    tests: ['api/src/text/import/text-batch.test.ts'],
  },
  {
    // A link to a recording: each thing that ends it.
    files: /^api\/src\/media\/granted-session\.ts$/,
    find: /if \((!viewer\?\.group|viewer\.tokenVersion !== grant\.tokenVersion|session\.disavowed)\) return undefined;/g,
    instead: () => '',
    tests: media,
  },
  {
    // What may be taken out as data.
    files: /^core\/src\/session\/finished-artifacts\.ts$/,
    find: /if \((disavowed|!kept)\) return undefined;/g,
    instead: () => '',
    tests: archive,
  },
  {
    // A right that ends while an archive is fetched.
    files: /^api\/src\/media\/recording-archive\.ts$/,
    find: /if \(!\(await mayGoOn\(\)\)\) throw[^;]*;/g,
    instead: () => '',
    tests: archive,
  },
  {
    // What decides whether a recording is heard before it is finished.
    files: /^core\/src\/session\/early-main\.ts$/,
    find: /(?<=if \()(disavowed|!kept|earlyMain\.contentVersion !== contentVersion)(?=\))/g,
    instead: () => 'false',
    tests: media,
  },
  {
    files: /^core\/src\/user\/hold-account\.ts$/,
    find: /\bthrow (?=accountGone\(\))/g,
    instead: () => 'void ',
    tests: matrix,
  },
];

/** Guards that stand one behind the other: only when all of them are gone does anybody come through. */
export const behindEachOther: readonly (readonly RegExp[])[] = [
  // Before a byte of the body is read, and where its bytes are stored.
  [/graphql-route\.ts.*requireSignedSpeaker/, /in uploadAudioSegment:/],
  [/graphql-route\.ts.*requireSignedSpeaker/, /in createTextFromFile:/],
  // What was sent together is told to whoever could send it.
  [/in createTextsFromWiki:/, /text-batch\.resolver\.ts.* in batch:/],
  // A recording that was wished away has no preview, no early one, and its links end.
  [/granted-session\.ts.*disavowed/, /early-main\.ts.*disavowed/],
  // Nobody's account cannot be held either.
  [/in updateProfile:/, /hold-account\.ts/],
];
