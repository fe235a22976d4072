import { fileFormat } from '@crowd-recital/core/text/import/file-format.js';
import { importArticle, importFile } from '@crowd-recital/core/text/import/order-import.js';
import { TextImport } from '@crowd-recital/core/text/import/text-import.entity.js';
import { findVisibleImport, visibleImports } from '@crowd-recital/core/text/import/visible-imports.js';
import { checkMayPublish } from '@crowd-recital/core/text/store-texts.js';
import type { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { refusalMessage } from '@crowd-recital/core/text/text-refusal.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { isUuid } from '@crowd-recital/core/input/is-uuid.js';
import type { FilterQuery } from '@mikro-orm/core';
import GraphQLUpload from 'graphql-upload/GraphQLUpload.mjs';
import type { FileUpload } from 'graphql-upload/processRequest.mjs';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { requireSignedSpeakerOrAdmin, type ApprovedViewer } from '../../auth/require-viewer.js';
import type { Context } from '../../graphql/context.js';
import { isGiven } from '../../graphql/is-given.js';
import type { Page } from '../../page/connection.js';
import { keysetPage } from '../../page/keyset-page.js';
import { PageArgs } from '../../page/page.args.js';
import { UserType } from '../../user/user.type.js';
import { TextDocumentType } from '../text.type.js';
import { readUpload } from './read-upload.js';
import {
  FileTextInput,
  TextImportConnection,
  TextImportFilter,
  TextImportType,
  WikiTextInput,
} from './text-import.type.js';

@Resolver(() => TextImportType)
export class TextImportResolver {
  @Mutation(() => TextImportType, {
    description:
      "Takes in an article as a text of the caller's. Answers at once; `textImport` tells what became of it. Errors name a `TextRefusal` in `extensions.reason`.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval or for a speaker who publishes, AGREEMENT_REQUIRED for speakers, BAD_USER_INPUT for a link that leads to no article of these wikis, RATE_LIMITED when too many of the caller's imports wait, CONFLICT when the speaker has no room.",
  })
  async createTextFromWiki(
    @Arg('input', () => WikiTextInput, { description: 'The article, and what is to be known of it.' })
    input: WikiTextInput,
    @Ctx() { em, caller, agreements, config }: Context,
  ): Promise<TextImport> {
    const owner = requireSignedSpeakerOrAdmin({ caller, agreements });
    return importArticle(em, { ...orderOf(owner, input), url: input.url }, config.texts);
  }

  @Mutation(() => TextImportType, {
    description:
      "Takes in a file (.txt, .html, .md, .docx, .epub, or .pdf with a text layer; at most 10 MB) as a text of the caller's, as a GraphQL multipart request. Answers once the file is safe; `textImport` tells what became of it. A book becomes several texts. Errors name a `TextRefusal` in `extensions.reason`.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval or for a speaker who publishes, AGREEMENT_REQUIRED for speakers, UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, BAD_USER_INPUT, RATE_LIMITED when too many of the caller's imports wait, CONFLICT when the speaker has no room.",
  })
  async createTextFromFile(
    @Arg('input', () => FileTextInput, { description: 'What is to be known of the file.' })
    input: FileTextInput,
    @Arg('file', () => GraphQLUpload, { description: 'The file; its name tells what it is.' })
    file: Promise<FileUpload>,
    @Ctx() { em, caller, agreements, config }: Context,
  ): Promise<TextImport> {
    const owner = requireSignedSpeakerOrAdmin({ caller, agreements });
    checkMayPublish({ owner, public: input.public ?? false });
    const upload = await file;
    // Before it is read: nobody sends 10 MB to hear that they are of the wrong kind.
    fileFormat(upload.filename);
    const content = await readUpload(upload);
    const order = { ...orderOf(owner, input), name: upload.filename, language: input.language, content };
    return importFile(em, order, config.texts);
  }

  @Query(() => TextImportType, {
    description:
      'What became of something that the caller ordered to be taken in.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED for speakers, NOT_FOUND also for an import of somebody else.',
  })
  async textImport(
    @Arg('id', () => ID, { description: 'The id of the import.' }) id: string,
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<TextImport> {
    return findVisibleImport(em, requireSignedSpeakerOrAdmin({ caller, agreements }), id);
  }

  @Query(() => TextImportConnection, {
    description:
      "What was taken in during the last 30 days, the newest first: the caller's own, for admins everybody's. With `batch` it is the report of what was sent together.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED for speakers, BAD_USER_INPUT for a page size or cursor that cannot be.",
  })
  async textImports(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => TextImportFilter, {
      nullable: true,
      description: 'Only imports to which this applies.',
    })
    filter: TextImportFilter | null | undefined,
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<Page<TextImport>> {
    const viewer = requireSignedSpeakerOrAdmin({ caller, agreements });
    return keysetPage(
      em,
      {
        entity: TextImport,
        where: filterImports(viewer, filter ?? {}),
        order: { property: 'createdAt', kind: 'time', nullable: false, isId: isUuid, direction: 'desc' },
      },
      page,
    );
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it FAILED: a sentence in English that says what to do; null otherwise.',
  })
  message(@Root() { refusal }: TextImport): string | null {
    return isGiven(refusal) ? refusalMessage(refusal) : null;
  }

  @FieldResolver(() => [TextDocumentType], {
    description:
      'What became of it, in the order of reading: one text, several for a book, none before it is DONE and for those that were deleted since.',
  })
  texts(@Root() { id }: TextImport, @Ctx() { loaders }: Context): Promise<readonly TextDocument[]> {
    return loaders.textsOfImport.load(id);
  }

  @FieldResolver(() => UserType, {
    nullable: true,
    description: "Who ordered it; null when it came by the server's command line.",
  })
  owner(@Root() { owner }: TextImport, @Ctx() { loaders }: Context): Promise<User | null> | null {
    return owner ? loaders.userById.load(owner.id) : null;
  }
}

/** What articles and files have in common. */
function orderOf(owner: ApprovedViewer, { title, public: isPublic, batch }: Omit<WikiTextInput, 'url'>) {
  return { owner, title, public: isPublic, batch };
}

function filterImports(
  viewer: ApprovedViewer,
  { batch, states, mine }: Readonly<TextImportFilter>,
): FilterQuery<TextImport> {
  const conditions: FilterQuery<TextImport>[] = [visibleImports(viewer)];
  // What is no UUID is nobody's batch.
  if (isGiven(batch)) conditions.push(isUuid(batch) ? { batch } : { id: { $in: [] } });
  if (isGiven(states)) conditions.push({ state: { $in: states } });
  if (mine === true) conditions.push({ owner: viewer.id });
  return { $and: conditions };
}
