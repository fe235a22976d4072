import { deleteText } from '@crowd-recital/core/text/delete-text.js';
import { editText } from '@crowd-recital/core/text/edit-text.js';
import { setArchived, setPublic } from '@crowd-recital/core/text/publish-text.js';
import type { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { updateText } from '@crowd-recital/core/text/update-text.js';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { actingAdmin, textEditor } from '../auth/acting-admin.js';
import type { Context } from '../graphql/context.js';
import { UpdateTextInput } from './text.input.js';
import { TextDocumentType } from './text.type.js';

@Resolver()
export class ManageTextsResolver {
  @Mutation(() => TextDocumentType, {
    description:
      'Shows a text to every speaker. Again: the same answer. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND.',
  })
  async publishText(
    @Arg('id', () => ID, { description: 'The text.' }) id: string,
    @Ctx() { em, caller }: Context,
  ): Promise<TextDocument> {
    return setPublic(em, actingAdmin(caller), id, true);
  }

  @Mutation(() => TextDocumentType, {
    description:
      'Shows a text to its owner and to admins alone again; who has it open goes on. Again: the same answer. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND.',
  })
  async unpublishText(
    @Arg('id', () => ID, { description: 'The text.' }) id: string,
    @Ctx() { em, caller }: Context,
  ): Promise<TextDocument> {
    return setPublic(em, actingAdmin(caller), id, false);
  }

  @Mutation(() => TextDocumentType, {
    description:
      "Takes a text out of everybody's lists, or puts it back. What was recorded of it stays; who has it open goes on. For admins, and for the owner of a private text.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval or for a text that is not the caller's alone, AGREEMENT_REQUIRED for speakers, NOT_FOUND.",
  })
  async archiveText(
    @Arg('id', () => ID, { description: 'The text.' }) id: string,
    @Arg('archived', () => Boolean, { defaultValue: true, description: 'False: put it back.' })
    archived: boolean,
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<TextDocument> {
    return setArchived(em, textEditor({ caller, agreements }), id, archived);
  }

  @Mutation(() => TextDocumentType, {
    description:
      'Corrects what is said of a text. For its owner and admins.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval or for a text of somebody else, AGREEMENT_REQUIRED for speakers, NOT_FOUND, BAD_USER_INPUT.',
  })
  async updateText(
    @Arg('id', () => ID, { description: 'The text.' }) id: string,
    @Arg('input', () => UpdateTextInput, { description: 'What is to change.' })
    { title, language }: UpdateTextInput,
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<TextDocument> {
    const changes = { title: title ?? undefined, language: language ?? undefined };
    return updateText(em, textEditor({ caller, agreements }), id, changes);
  }

  @Mutation(() => TextDocumentType, {
    description:
      'Gives a text new words, as its next revision. Recordings that exist or run keep the words that they began with. Sentence by sentence: send all of them, with the one that is corrected, split, merged or left out. For its owner and admins.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval or for a text of somebody else, AGREEMENT_REQUIRED for speakers, NOT_FOUND, BAD_USER_INPUT when there is nothing to read or too much, CONFLICT (with `currentRevision`) when somebody else gave it new words meanwhile.',
  })
  async editText(
    @Arg('id', () => ID, { description: 'The text.' }) id: string,
    @Arg('expectedRevision', () => Int, {
      description: 'Number of the revision that the new words were made from.',
    })
    expectedRevision: number,
    @Arg('paragraphs', () => [[String]], {
      description: 'Paragraphs of sentences, as they are to be read; empty ones are left out.',
    })
    paragraphs: string[][],
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<TextDocument> {
    return editText(em, textEditor({ caller, agreements }), { textId: id, expectedRevision, paragraphs });
  }

  @Mutation(() => ID, {
    description:
      "Deletes a text; answers its id. Nobody finds it any more; recordings of it stay with their words. For admins, and for the owner of a private text.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval or for a text that is not the caller's alone, AGREEMENT_REQUIRED for speakers, NOT_FOUND.",
  })
  async deleteText(
    @Arg('id', () => ID, { description: 'The text.' }) id: string,
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<string> {
    await deleteText(em, textEditor({ caller, agreements }), id);
    return id;
  }
}
