import type { AgreementText } from '@crowd-recital/core/agreement/agreements.js';
import type { Language as LanguageCode } from '@crowd-recital/core/text/text-document.entity.js';
import { Field, ObjectType } from 'type-graphql';
import { Language } from '../text/text.type.js';

@ObjectType('Agreement', { description: 'The terms that speakers agree to, as they are now.' })
export class AgreementType implements AgreementText {
  @Field(() => String, {
    description: 'For `agreeToTerms`. Another version than the one that was signed has to be signed anew.',
  })
  readonly version!: string;

  @Field(() => Language, {
    description: 'The language of this text: the one asked for, or the one that this site has instead.',
  })
  readonly language!: LanguageCode;

  @Field(() => String, { description: 'Its title.' })
  readonly title!: string;

  @Field(() => String, { description: 'The text in Markdown, as it is signed.' })
  readonly markdown!: string;

  @Field(() => String, {
    description: 'SHA-256 of `markdown` in UTF-8, in hexadecimal digits; kept with each signature.',
  })
  readonly sha256!: string;
}
