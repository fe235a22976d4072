import type { Language as LanguageCode } from '@crowd-recital/core/text/text-document.entity.js';
import { Field, ID, InputType } from 'type-graphql';
import { Language } from '../text/text.type.js';

@InputType('ReviewFilter', {
  description: 'Which recordings a reviewer wants to listen to; conditions that are given all hold.',
})
export class ReviewFilter {
  @Field(() => Language, { nullable: true, description: 'Only readings of texts in this language.' })
  readonly language?: LanguageCode | null;

  @Field(() => ID, { nullable: true, description: 'Only readings of this text, in any of its revisions.' })
  readonly textId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only recordings of this speaker.' })
  readonly userId?: string | null;
}
