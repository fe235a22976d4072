import type { User, UserGroup as Group } from '@crowd-recital/core/user/user.entity.js';
import { Field, Int, ObjectType } from 'type-graphql';
import { UserGroup } from '../user/user.type.js';

@ObjectType('DevelopmentUser', {
  description: 'A user who may sign in without a password, in development only.',
})
export class DevelopmentUser implements Pick<User, 'email' | 'name'> {
  @Field(() => String, { description: 'For `signInAsDevelopmentUser`.' })
  readonly email!: string;

  @Field(() => String, { description: 'Name as shown to others.' })
  readonly name!: string;

  @Field(() => UserGroup, { nullable: true, description: 'What the user may do; null: not yet approved.' })
  readonly group!: Group | null;
}

@ObjectType('GoogleButton', { description: "How a page makes Google's sign-in button." })
export class GoogleButton {
  @Field(() => String, { description: 'Client id of this site at Google.' })
  readonly clientId!: string;

  @Field(() => String, { description: 'Address of the script that draws the button.' })
  readonly scriptUrl!: string;
}

@ObjectType('AnalyticsProject', {
  description: 'Whom a page tells, with the consent of its user, what is used.',
})
export class AnalyticsProject {
  @Field(() => String, { description: 'Key of the project at PostHog; no secret.' })
  readonly key!: string;

  @Field(() => String, { description: 'Address that takes the events.' })
  readonly host!: string;
}

@ObjectType('ClientConfig', {
  description: 'What a web app needs to know of the server before anybody signs in.',
})
export class ClientConfig {
  @Field(() => String, { description: 'Version of the server.' })
  readonly version!: string;

  @Field(() => Boolean, { description: 'True: this is a development server.' })
  readonly developmentMode!: boolean;

  @Field(() => [DevelopmentUser], {
    description:
      'The users whom the sign-in page may offer without a password; empty where that is switched off.',
  })
  readonly developmentUsers!: readonly Readonly<DevelopmentUser>[];

  @Field(() => Boolean, {
    description:
      'True: development sign-in answers from any address (DEV_SIGN_IN_ANYWHERE); pages show a warning.',
  })
  readonly developmentSignInAnywhere!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The user who is signed in wherever nobody else is (DEV_AUTO_LOGIN_USER_EMAIL), by e-mail address; null where that is off. Pages show a badge.',
  })
  readonly developmentAutoLogin!: string | null;

  @Field(() => GoogleButton, {
    nullable: true,
    description: "What Google's sign-in button takes; null where nobody signs in with Google.",
  })
  readonly google!: Readonly<GoogleButton> | null;

  @Field(() => String, {
    nullable: true,
    description: 'YouTube video that shows how to record, by its id; null where there is none.',
  })
  readonly helpVideoId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Page of a WordPress site, at its API, that answers frequent questions; null where there is none.',
  })
  readonly helpFaqUrl!: string | null;

  @Field(() => AnalyticsProject, {
    nullable: true,
    description:
      'Where pages may tell what is used, once their user has agreed to it; null where nobody is told anything.',
  })
  readonly analytics!: Readonly<AnalyticsProject> | null;

  @Field(() => Boolean, { description: 'False: pages leave their drifting letters out (DISABLE_SOUP).' })
  readonly driftingLetters!: boolean;

  @Field(() => Int, {
    description: 'Longest recital, in seconds; a longer one ends by itself and goes on as a new one.',
  })
  readonly maxSessionSeconds!: number;

  @Field(() => Int, { description: 'How much voice one uploaded segment holds, in seconds.' })
  readonly segmentSeconds!: number;

  @Field(() => Int, { description: 'Largest segment that is accepted, in bytes.' })
  readonly maxSegmentBytes!: number;
}
