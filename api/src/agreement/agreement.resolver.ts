import type { AgreementText } from '@crowd-recital/core/agreement/agreements.js';
import { signAgreement } from '@crowd-recital/core/agreement/sign-agreement.js';
import type { Language as LanguageCode } from '@crowd-recital/core/text/text-document.entity.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { refuseDelegated } from '../auth/caller.js';
import { hasSigned, requireUser } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { DateTime } from '../graphql/date-time.js';
import { Language } from '../text/text.type.js';
import { UserType } from '../user/user.type.js';
import { agreementHtml } from './agreement-html.js';
import { AgreementType } from './agreement.type.js';

@Resolver(() => AgreementType)
export class AgreementResolver {
  @Query(() => AgreementType, { description: 'The terms that speakers agree to. Answers everybody.' })
  agreement(
    @Arg('language', () => Language, { description: 'The language to read them in.' }) language: LanguageCode,
    @Ctx() { agreements }: Context,
  ): AgreementText {
    return agreements.in(language);
  }

  @Mutation(() => UserType, {
    description:
      'Signs the terms for the caller; the hash of the very text is kept with the signature, and a confirmation goes out by e-mail. Again: the same answer.\n\nErrors: UNAUTHENTICATED, FORBIDDEN for back-office tools (nobody agrees for somebody else), CONFLICT when other terms are in force by now: read them first.',
  })
  async agreeToTerms(
    @Arg('version', () => String, { description: 'The version that was read, as `agreement` gives it.' })
    version: string,
    @Arg('language', () => Language, {
      defaultValue: 'en',
      description: 'The language in which it was read.',
    })
    language: LanguageCode,
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<User> {
    const { id: userId } = requireUser(caller);
    refuseDelegated(caller);
    await signAgreement(em, agreements, { userId, version, language });
    return em.findOneOrFail(User, userId, { refresh: true });
  }

  @FieldResolver(() => String, {
    description:
      'The text as HTML that is safe to put into a page: made from the Markdown, in which raw HTML is text.',
  })
  html(@Root() text: AgreementText): string {
    return agreementHtml(text);
  }
}

@Resolver(() => UserType)
export class UserAgreementResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The version of the terms that this user signed last; null: none yet.',
  })
  agreementSignedVersion(@Root() user: User): string | null {
    return user.agreementSignedVersion ?? null;
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'When that was signed.' })
  agreementSignedAt(@Root() user: User): Date | null {
    return user.agreementSignedAt ?? null;
  }

  @FieldResolver(() => Boolean, {
    description: 'True: this user has to agree to the terms as they are now before reciting.',
  })
  agreementRequired(@Root() user: User, @Ctx() { agreements }: Context): boolean {
    return !hasSigned(user, agreements);
  }
}
